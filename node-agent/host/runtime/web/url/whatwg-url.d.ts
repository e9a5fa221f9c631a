/** The package has no types of its own; these are of what is used of it here. */
declare module 'whatwg-url/webidl2js-wrapper.js' {
  interface Installable {
    /** Puts the interface into `realm`, which has the language's constructors. */
    install(realm: object, globals: readonly string[]): void;
  }
  export const URL: Installable;
  export const URLSearchParams: Installable;
}
