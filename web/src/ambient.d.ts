// What the bundler brings that TypeScript cannot see. The catalog is generated before a build (make), so
// that the types must not depend on its being there.
declare module "*/generated/catalog.json" {
  const catalog: unknown;
  export default catalog;
}

declare module "*.css";
