import { spawnSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { statements } from "../../src/index.ts";
import { pluralOf } from "../../src/generated/fields.ts";
import { toCell } from "../../src/outputs/csv.ts";

const { version } = JSON.parse(readFileSync("package.json", "utf8")) as { version: string };
const run = (...args: string[]) => {
  const { status, stdout, stderr } = spawnSync(process.execPath, ["dist/cli.js", ...args], {
    encoding: "utf8",
    env: { ...process.env, FORCE_COLOR: "1" },
  });
  return { status, stdout, stderr };
};

const notADate = (place: string, text: string) =>
  `baku-moscow: ${place}: "${text}" is not a day (2022-02-22), month (2022-02), year (2022) or ` +
  "season (2022-21), each with ~, ? or %\n";

test(
  "without arguments: the numbers and the timeline, uncertain dates shown as such, no " +
    "colour in a pipe",
  () => {
    const { status, stdout } = run();
    expect(status).toBe(0);
    expect(stdout).toContain(`baku-moscow ${version}`);
    expect(stdout).toMatch(/\d+ meetings, \d+ events, \d+ statements, \d+ agreements/);
    expect(stdout).toMatch(/9 or 10 November 2020 \(disputed\) +agreement/);
    expect(stdout).toMatch(/declined \(or postponed\) +Round of negotiations/);
    expect(stdout).toMatch(/no date +agreement/);

    expect(stdout).not.toMatch(/\u001b/);
  },
);

test("show: a withdrawn id shows its successor, and says so", () => {
  const old = "kavkaza-aliyev-on-megaprojects";
  const lines = run("show", old).stdout.split("\n");
  expect(lines[0]).toMatch(`"${old}" was withdrawn in version `);
  expect(lines[0]).toMatch('its successor is "kavkaza-megaprojects-of-global-substance"');
  expect(lines[2]).toBe("statement kavkaza-megaprojects-of-global-substance");
  expect(JSON.parse(run("show", old, "--json").stdout)).toMatchObject({
    withdrawn: { id: old },
    record: { id: "kavkaza-megaprojects-of-global-substance" },
  });
});

test(
  "show: fields with what they rest on, passages in context, pages, accounts, what names " + "it",
  () => {
    const { status, stdout } = run("show", "armenia-azerbaijan-2022-round-after-geneva");
    expect(status).toBe(0);
    expect(stdout).toContain("occurrence    declined  coded; accounts differ");
    expect(stdout).toContain(
      "it was stated that, despite «Armenia's refusal to participate» in the next round of",
    );
    expect(stdout).toContain(
      "Trend, citing the account of the Ministry of Foreign Affairs of Azerbaijan, " +
        "https://en.trend.az/azerbaijan/politics/3686374.html, code points 2278–2310",
    );
    expect(stdout).toContain(
      "occurrence: postponed, by Armenia, as reported by NEWS.am (the Armenian ministry says " +
        "that it asked to postpone the meeting)",
    );
    expect(stdout).toContain("https://news.am/eng/news/736518.html");
    expect(stdout).toMatch(
      /statement\.about +Azerbaijan’s side \[inferred\] states, 23 December 2022 \(Trend, citing/,
    );
  },
);

test("list: criteria as flags", () => {
  expect(run("list", "statements", "--about", "lachin-road", "--speechAct", "deny").stdout).toEqual(
    expect.stringMatching(
      /^23 December 2022 {2}unattributed-report {2}Azerbaijan’s side \[inferred\] says \[rejection of a claim\], 23 December 2022 \(Trend, citing .*\): According to the Azerbaijani side, Armenia's allegations .* {2}trend-deny-blocking-of-lachin-road\n/,
    ),
  );
  const ids = (...args: string[]) =>
    (JSON.parse(run("list", ...args, "--json").stdout) as { id: string }[]).map((r) => r.id);
  expect(ids("meetings", "--occurrence", "declined")).toEqual([
    "armenia-azerbaijan-2022-round-after-geneva",
  ]);
  expect(ids("agreements", "--parties", "armenia+russia", "--date", "2020/2021")).toEqual([
    "trilateral-statement-2020-11",
    "trilateral-statement-2021-01",
    "trilateral-statement-2021-11",
  ]);
  expect(ids("agreements", "--date", "certain:2020-11-10")).toEqual([]);
  expect(ids("agreements", "--date", "[2020-11-09,2020-11-10]")).toEqual([
    "trilateral-statement-2020-11",
  ]);
  expect(ids("agreements", "--date", "certain:2020-11-09/2020-11-10")).toEqual([
    "trilateral-statement-2020-11",
  ]);
  expect(ids("meetings", "--date", "none")).toEqual(["azerbaijan-russia-regular-contacts"]);
  expect(ids("meeting", "--date", "2022-12/..", "--order", "newest", "--limit", "1")).toEqual([
    "bayramov-yevdokimov-2023-credentials",
  ]);
  expect(run("list", "visits", "--type", "state-visit")).toMatchObject({
    status: 0,
    stdout: "no record matches\n",
  });
});

test("search, count, related and timeline", () => {
  expect(run("search", "Evdokimov", "--in", "people").stdout).toBe(
    "mikhail-yevdokimov  Mikhail *Yevdokimov*\n",
  );
  expect(
    run(
      "search",
      "trade",
      "turnover",
      "--in",
      "statements",
      "--speakers",
      "sergey-lavrov",
      "--limit",
      "1",
    ).stdout,
  ).toBe(
    "kavkaza-trade-at-record-level  Sergey Lavrov states, 27 February 2023 (Vestnik Kavkaza; " +
      "day from another page): " +
      "The *trade* *turnover* of Russia and Azerbaijan is reaching record levels.\n",
  );
  expect(run("search", "peaceful", "protest", "--in", "meetings").stdout).toBe(
    "bayramov-lavrov-2022-working-visit  Talks of Jeyhun Bayramov and Sergey Lavrov in Russia, " +
      "December 2022\n  words of Trend: the *peaceful* *protest* near the Lachin road in " +
      "response to illegal economic activity\n",
  );
  expect(run("search", "wombat").stdout).toBe("no record matches\n");
  expect(run("count", "agreements", "--by", "type", "--parties", "armenia").stdout).toBe(
    "trilateral-statement  4\ncollective            1\njoint-statement       1\n" +
      "peace-treaty          1\nprinciples            1\n8 agreements\n",
  );
  expect(
    run("count", "statements", "--by", "month,mode", "--source", "tdi-bayramov-yevdokimov", "--csv")
      .stdout,
  ).toBe(
    ["month,mode,count", "2023-07,reported-speech,11", "2023-07,agency-narration,3\r\n"].join(
      "\r\n",
    ),
  );
  expect(run("related", "five-principles").stdout).toContain("sia-five-principles-presented");
  expect(
    run("timeline", "--from", "2022-10", "--to", "2022-10", "--match", "certain").stdout.split("\n")
      .length,
  ).toBe(6);
  expect(
    run("timeline", "--statements", "yes", "--ndjson")
      .stdout.trim()
      .split("\n")
      .map((line) => JSON.parse(line) as { kind: string })
      .filter((r) => r.kind === "statement").length,
  ).toBe(statements.size);
});

test("--csv has the columns of the kind, whatever was found", () => {
  const head = (...words: string[]) =>
    run("list", "statements", ...words, "--csv").stdout.split("\r\n")[0];
  expect(head("--id", "sia-positive-dynamics")).toBe(head());
  expect(head("--about", "osce")).toBe(head());
});

test("a list says of a meeting that it was not held", () => {
  expect(run("list", "meetings", "--id", "caspian-summit-2022").stdout).toMatch(
    / multilateral-summit, planned /,
  );
});

test("--csv is safe to open in a spreadsheet", () => {
  expect(toCell("=1+1")).toBe("'=1+1");
  for (const start of ["+", "-", "@", "\t", "\r"])
    expect(toCell(`${start}x`).replace(/^"/, "")[0]).toBe("'");
  expect(toCell('a "b", c')).toBe('"a ""b"", c"');
  const lines = run("list", "meetings", "--format", "contacts", "--csv")
    .stdout.trim()
    .split("\r\n");
  expect(lines[0]).toMatch(/^kind,id,label,.*,participants\.person,.*,date\.edtf/);
  expect(lines.length).toBe(5);
});

test("--json is JSON for each command", () => {
  expect(JSON.parse(run("--json").stdout)).toMatchObject({
    version,
    counts: { people: 5 },
    timeline: expect.any(Array),
  });
  expect(JSON.parse(run("show", "geneva", "--json").stdout)).toMatchObject({
    record: { id: "geneva", kind: "place" },
    related: expect.any(Array),
  });
});

test("--help for the command and for each of its commands, and --version", () => {
  for (const args of [["--help"], ["show", "--help"], ["list", "--help"], ["overview", "-h"]])
    expect(run(...args)).toMatchObject({
      status: 0,
      stdout: expect.stringContaining("baku-moscow"),
    });
  expect(run("list", "--help").stdout).toContain("--speechAct");
  expect(run("--version").stdout).toBe(`${version}\n`);
});

test.each([
  [["show", "minsk"], 1, 'baku-moscow: no record "minsk" (did you mean "osce-minsk-group"?)\n'],
  [["show", "__proto__"], 1, 'baku-moscow: no record "__proto__"\n'],
  [["show"], 2, "baku-moscow: show takes one id\n"],
  // names that every object has
  ...["constructor", "toString", "__proto__"].flatMap((name): [string[], number, string][] => {
    const list =
      "overview, show, related, positions, list, count, timeline, search, cite, sql, export, " +
      "mcp, completion";
    const message = `baku-moscow: no command "${name}"; the commands are ${list}\n`;
    return [
      [[name], 2, message],
      [[name, "--help"], 2, message],
      [["show", name], 1, `baku-moscow: no record "${name}"\n`],
    ];
  }),
  [
    ["init", "x"],
    2,
    "baku-moscow: a dataset of your own is started with another package: npx quoted-records " +
      "init DIR\n",
  ],
  [["shwo", "x"], 2, 'baku-moscow: no command "shwo" (did you mean "show"?)\n'],
  [
    ["list"],
    2,
    "baku-moscow: list takes one kind: sources, people, organizations, places, topics, " +
      "visits, meetings, events, statements, agreements\n",
  ],
  [["list", "statments"], 2, 'baku-moscow: no kind "statments" (did you mean "statements"?)\n'],
  [
    ["list", "statements", "--speaker", "x"],
    2,
    'baku-moscow: criteria: no field "speaker" (did you mean "speakers"?)\n',
  ],
  [
    ["list", "statements", "--speakers", "lavrov"],
    2,
    'baku-moscow: speakers: no record "lavrov" (did you mean "sergey-lavrov"?)\n',
  ],
  [["list", "statements", "--date", "May"], 2, notADate("date", "May")],
  [["list", "statements", "--date", "2022/2023/2024"], 2, notADate("date", "2022/2023/2024")],
  [
    ["list", "statements", "--date", "certain:2022/2023/2024"],
    2,
    notADate("date.from", "2022/2023/2024"),
  ],
  [["list", "statements", "--date", ".."], 2, notADate("date", "..")],
  [["list", "statements", "--speakers"], 2, 'baku-moscow: "--speakers" needs a value\n'],
  [
    ["list", "statements", "--limit", "x"],
    2,
    'baku-moscow: --limit takes a whole number, not "x"\n',
  ],
  [
    ["list", "statements", "--order", "latest"],
    2,
    'baku-moscow: options: no order "latest"; it takes one of oldest, newest\n',
  ],
  [
    ["list", "statements", "--mode", "x", "--mode", "y"],
    2,
    'baku-moscow: "--mode" was given twice; give it once, with several values of a field joined ' +
      "by a comma (any) or a plus (all)\n",
  ],
  [["search"], 2, "baku-moscow: search takes words\n"],
  [
    ["search", "x", "--speakers", "y"],
    2,
    'baku-moscow: no flag "--speakers" here; it takes --in, --limit, --offset, --json and --help\n',
  ],
  [["count", "statements"], 2, "baku-moscow: count needs --by FIELD or --by FIELD,FIELD\n"],
  [
    ["count", "statements", "--by", "speaker"],
    2,
    'baku-moscow: countBy: no field "speaker" (did you mean "speakers"?)\n',
  ],
  [["timeline", "--from", "soon"], 2, notADate("date.from", "soon")],
  [
    ["timeline", "--form", "2022"],
    2,
    'baku-moscow: no flag "--form" here (did you mean "from"?); it takes --from, --to, ' +
      "--match, --statements, --json and --help\n",
  ],
  [["related", "nobody"], 1, 'baku-moscow: no record "nobody"\n'],
  [["show", "geneva", "--csv"], 2, "baku-moscow: --csv is for lists of records; use --json\n"],
  [
    ["list", "people", "--json", "--csv"],
    2,
    "baku-moscow: --json and --csv together: choose one\n",
  ],
  [["-x"], 2, 'baku-moscow: no flag "-x"; flags start with two hyphens\n'],
  [
    ["show", "geneva", "--colour", "no"],
    2,
    'baku-moscow: no flag "--colour" here; it takes --json and --help\n',
  ],
])("%j: exit status %i", (args, status, stderr) => {
  expect(run(...args)).toEqual({ status, stdout: "", stderr });
});

test("the command's CSV is the published table; nothing found is a header and no NDJSON", () => {
  for (const [kind, name] of Object.entries(pluralOf))
    expect([kind, run("list", name, "--csv").stdout]).toEqual([
      kind,
      readFileSync(`dist/csv/${name}.csv`, "utf8"),
    ]);
  const nothing = ["list", "statements", "--topics", "mines", "--speakers", "vladimir-putin"];
  expect(run(...nothing, "--csv").stdout).toMatch(/^kind,id,label,[^\r\n]*,note\r\n$/);
  expect(run(...nothing, "--ndjson").stdout).toBe("");
  expect(run("search", "zzzzzz", "--csv").stdout).toMatch(/^kind,id,[^\r\n]*\r\n$/);
  expect(run("timeline", "--from", "3000", "--to", "3001", "--csv").stdout).toMatch(
    /^kind,id,[^\r\n]*\r\n$/,
  );
});

test("control characters of the input have no effect, and long ones are cut", () => {
  const { stderr, status } = run("show", "\u001b[2J\u202e");
  expect([stderr, status]).toEqual(['baku-moscow: no record "<U+001B>[2J<U+202E>"\n', 1]);
  for (const args of [["show"], ["list"], ["cite"], ["nonsense"]])
    expect(run(...args, "x".repeat(100_000)).stderr.length).toBeLessThan(400);
});

test.skipIf(!existsSync("/dev/full"))("output that cannot be written ends with one line", () => {
  const { status, stderr } = spawnSync(
    "sh",
    ["-c", "node dist/cli.js list statements >/dev/full"],
    {
      encoding: "utf8",
    },
  );
  expect([status, stderr]).toEqual([
    3,
    expect.stringMatching(/^baku-moscow: the output cannot be written: ENOSPC.*\n$/),
  ]);
});

test("values that look like something else can be written", () => {
  const ids = (...args: string[]) =>
    (JSON.parse(run("list", "statements", ...args, "--json").stdout) as { id: string }[]).map(
      ({ id }) => id,
    );
  const coded = statements.where({ "eventCode.relation": "none" }).map(({ id }) => id);
  expect(coded.length).toBeGreaterThan(0);
  expect(ids("--eventCode.relation", "none")).toEqual(coded);
  const withComma = [...statements].flatMap(({ items }) => items).find((i) => i.includes(","))!;
  expect(ids("--items", withComma.replaceAll(",", "\\,"))).toEqual(
    statements.where({ items: withComma }).map(({ id }) => id),
  );
  const withoutPlace = statements.where({ place: [null, "baku"] }).map(({ id }) => id);
  expect(ids("--place", "none,baku")).toEqual(withoutPlace);
  expect(ids("--place", "not:none")).toEqual(
    statements.where({ place: { not: null } }).map(({ id }) => id),
  );
  expect(run("positions", "foobar").status).toBe(1);
  expect(run("search", "--", "OSCE").stdout).toContain("osce");
  expect(run("show", "moscow", "--json=true")).toMatchObject({
    status: 2,
    stderr: "baku-moscow: --json takes no value\n",
  });
});
