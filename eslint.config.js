import tseslint from "typescript-eslint";

export default tseslint.config(
  {
    ignores: [
      "dist/",
      "_site/",
      ".mutation/",
      "coverage/",
      "node_modules/",
      "bench/rivals/node_modules/",
      "src/generated/",
      "test/examples/",
      "kit/template/",
      // the one file of the kit that is not TypeScript
      "kit/bin.js",
      "examples/",
      "test/fixtures/",
    ],
  },
  ...tseslint.configs.strictTypeChecked,
  {
    languageOptions: {
      parserOptions: {
        projectService: { allowDefaultProject: ["eslint.config.js", ".changeset/changelog.cjs"] },
        tsconfigRootDir: import.meta.dirname,
      },
    },
    rules: {
      // what one can hold in mind
      // an address or a regular expression cannot be broken
      "max-len": ["error", { code: 100, ignoreUrls: true, ignoreRegExpLiterals: true }],
      "max-lines-per-function": ["error", { max: 60, skipBlankLines: true, skipComments: true }],
      complexity: ["error", 15],
      "no-nested-ternary": "error",

      // an index or matched group that is known to exist needs no test of its own
      "@typescript-eslint/no-non-null-assertion": "off",
      // positions count code points, and spreading a string gives them
      "@typescript-eslint/no-misused-spread": "off",
      // describeValue() tells text from other values before it writes a message
      "@typescript-eslint/no-base-to-string": "off",
      // numbers are common in messages
      "@typescript-eslint/restrict-template-expressions": ["error", { allowNumber: true }],
      // get<T>(id: string extends T ? T : never) makes a typo fail to compile
      "@typescript-eslint/no-unnecessary-type-parameters": "off",
      "@typescript-eslint/no-unused-vars": [
        "error",
        { argsIgnorePattern: "^_", varsIgnorePattern: "^_" },
      ],
      "@typescript-eslint/ban-ts-comment": ["error", { minimumDescriptionLength: 3 }],
    },
  },
  {
    files: ["test/**"],
    rules: {
      // a table of cases is one function
      "max-lines-per-function": "off",
      ...Object.fromEntries(
        ["assignment", "member-access", "call", "argument", "return"].map((use) => [
          // tests pass what no caller with types would pass
          `@typescript-eslint/no-unsafe-${use}`,
          "off",
        ]),
      ),
      "@typescript-eslint/no-confusing-void-expression": "off",
    },
  },
  {
    files: ["eslint.config.js", ".changeset/changelog.cjs"],
    ...tseslint.configs.disableTypeChecked,
  },
);
