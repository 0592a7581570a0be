/** The style sheets that come with this page alone; the bundler takes them in. */
declare module "*.css";
