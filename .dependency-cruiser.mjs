/**
 * Who may import whom. Domains are the folders below app/ that hold a part of the portal's subject;
 * everything a domain may build on lies below it, and routes, which nobody imports, on top.
 */
const FOUNDATION = "^app/(ui|lib|i18n)/";
const SHELL = "^app/(root|entry\\.|nonce|shell/)";
const PEOPLE_AND_ORGANISATIONS = "^app/(organisations|people)/";
const CONTENT =
  "^app/(questions|events|certification|case-studies|problem-reports|pair-sessions|imports|notifications|search)/";
const ABOVE_CONTENT = "^app/(moderation|insights)/";

/** Where a module may run: in browsers too, or on the server only. */
const COMPONENTS = "^app/(?!routes/|mail/|root\\.tsx|entry\\.server\\.tsx).*(?<!\\.server)\\.tsx$";
const PURE = "^app/(?!routes/|routes\\.ts|jobs/|mail/).*(?<!\\.server|\\.client|worker)\\.ts$";

/** @type {import("dependency-cruiser").IConfiguration} */
export default {
  forbidden: [
    {
      name: "no-cycles",
      comment:
        "Two modules that need each other are one module, or hide a third. Tables may refer to each other: their columns are looked up later.",
      severity: "error",
      from: { pathNot: "^db/schema/" },
      to: { circular: true, viaOnly: { dependencyTypesNot: ["type-only"] } },
    },
    {
      name: "not-resolvable",
      severity: "error",
      from: {},
      to: { couldNotResolve: true, pathNot: "^virtual:" },
    },
    {
      name: "routes-are-the-top",
      comment: "What two routes share belongs into a domain.",
      severity: "error",
      from: { pathNot: "^(app/routes|test)/" },
      to: { path: "^app/routes/" },
    },
    {
      name: "server-code-stays-on-the-server",
      comment: "A component of a domain runs in the browser; its route hands it what it shows.",
      severity: "error",
      from: { path: COMPONENTS },
      to: { path: "\\.server\\.tsx?$", dependencyTypesNot: ["type-only"] },
    },
    {
      name: "pure-code-stays-pure",
      comment: "Rules without a database: both sides use them, and tests need no server.",
      severity: "error",
      from: { path: PURE, pathNot: "^app/(lib|imports)/" },
      to: {
        path: "(\\.server\\.tsx?$|^db/(?!vocabulary))",
        dependencyTypesNot: ["type-only"],
      },
    },
    {
      name: "foundation-knows-no-domain",
      severity: "error",
      from: { path: "^app/(ui|lib)/" },
      to: { path: "^(app|db|server|bin)/", pathNot: "^(app/(ui|lib|i18n)/|db/vocabulary)" },
    },
    {
      name: "lib-shows-nothing",
      severity: "error",
      from: { path: "^app/lib/" },
      to: { path: "^app/(ui|i18n)/" },
    },
    {
      name: "database-knows-no-application",
      severity: "error",
      from: { path: "^db/", pathNot: "^db/seed/" },
      to: { path: "^(app|server|bin)/" },
    },
    {
      name: "seed-content-is-plain-data",
      severity: "error",
      from: { path: "^db/seed/content/" },
      to: { pathNot: "^db/(seed/content/|vocabulary)" },
    },
    {
      name: "http-layer-knows-no-domain",
      severity: "error",
      from: { path: "^server/" },
      to: { path: "^(app|db|bin)/", pathNot: FOUNDATION },
    },
    {
      name: "people-do-not-know-what-they-write",
      severity: "error",
      from: { path: PEOPLE_AND_ORGANISATIONS },
      to: { path: [CONTENT, ABOVE_CONTENT] },
    },
    {
      name: "content-does-not-know-who-judges-it",
      severity: "error",
      from: { path: CONTENT },
      to: { path: ABOVE_CONTENT },
    },
    {
      name: "domains-do-not-know-the-shell",
      severity: "error",
      from: { path: "^app/", pathNot: ["^app/routes/", SHELL] },
      to: { path: SHELL, pathNot: "^app/nonce" },
    },
    {
      name: "one-database-handle",
      comment: "Domain functions take `db`; only what runs at the edge reaches for the global one.",
      severity: "error",
      from: {
        path: "^app/",
        pathNot: ["^app/routes/", SHELL, "^app/auth/guard\\.server", "^app/jobs/"],
      },
      to: { path: "^db/client\\.server", dependencyTypesNot: ["type-only"] },
    },
    {
      name: "sessions-stay-behind-auth",
      comment: "Lucia is no longer developed: whatever replaces it replaces one folder.",
      severity: "error",
      from: { pathNot: "^(app/auth|test/auth)/" },
      to: { path: "node_modules/(@?lucia)" },
    },
    {
      name: "shipped-code-needs-no-development-packages",
      severity: "error",
      from: { path: "^(app|db|server|server\\.ts)", pathNot: "^app/routes\\.ts$" },
      to: { dependencyTypes: ["npm-dev"], dependencyTypesNot: ["type-only"] },
    },
    {
      name: "tests-are-imported-by-tests",
      severity: "error",
      from: { pathNot: "^test/" },
      to: { path: "^test/" },
    },
  ],
  options: {
    doNotFollow: { path: "node_modules" },
    tsPreCompilationDeps: "specify",
    tsConfig: { fileName: "tsconfig.json" },
    combinedDependencies: true,
    enhancedResolveOptions: {
      exportsFields: ["exports"],
      conditionNames: ["node", "import", "require", "default", "types"],
      extensions: [".ts", ".tsx", ".mjs", ".js", ".json"],
    },
  },
};
