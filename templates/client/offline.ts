/*
 * Lets a browser keep the pages that are read here, where the archive's editor wants that. A page needs nothing of it.
 */

if ("serviceWorker" in navigator && location.protocol !== "file:") {
  // The worker stands at the site's root, which this script's own address tells.
  const script = document.currentScript;
  if (script instanceof HTMLScriptElement) {
    navigator.serviceWorker.register(new URL("../sw.js", script.src)).catch(console.error);
  }
}
