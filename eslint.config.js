import tseslint from "typescript-eslint";

export default tseslint.config(
  {
    ignores: [
      "dist",
      "node_modules",
      "src/generated",
      "test/examples",
      "test/fixtures",
      "site",
      "coverage",
      "**/*.js",
      "**/*.cjs",
      "**/*.mjs",
    ],
  },
  ...tseslint.configs.strictTypeChecked,
  {
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      // a known index or a matched group needs no test of its own
      "@typescript-eslint/no-non-null-assertion": "off",
      // code points are what positions count
      "@typescript-eslint/no-misused-spread": "off",
      // what is not text is told apart before it is put into a message
      "@typescript-eslint/no-base-to-string": "off",
      "@typescript-eslint/no-dynamic-delete": "off",
      "@typescript-eslint/no-unused-vars": ["error", { argsIgnorePattern: "^_", varsIgnorePattern: "^_" }],
      "@typescript-eslint/ban-ts-comment": ["error", { minimumDescriptionLength: 3 }],
      // numbers in templates are what messages are made of
      "@typescript-eslint/restrict-template-expressions": ["error", { allowNumber: true }],
      // `void problems.push(…)` reports and returns at once
      "@typescript-eslint/no-meaningless-void-operator": "off",
      "@typescript-eslint/no-confusing-void-expression": "off",
      "@typescript-eslint/no-invalid-void-type": "off",
      // get<T>(id: string extends T ? T : never) is how a typo does not compile
      "@typescript-eslint/no-unnecessary-type-parameters": "off",
    },
  },
  {
    // tests hand in what no caller with types would
    files: ["test/**"],
    rules: {
      "@typescript-eslint/no-unsafe-assignment": "off",
      "@typescript-eslint/no-unsafe-member-access": "off",
      "@typescript-eslint/no-unsafe-call": "off",
      "@typescript-eslint/no-unsafe-argument": "off",
      "@typescript-eslint/no-unsafe-return": "off",
      "@typescript-eslint/no-confusing-void-expression": "off",
    },
  },
);
