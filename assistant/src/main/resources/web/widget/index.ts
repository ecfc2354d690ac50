import { ZhitongChat } from "./chat";

/*
 * The one script that a site embeds. The service's address is where the script came from, unless the
 * element says otherwise. A module script is not the document's current script; it is found by its name.
 */
const script = (document.currentScript as HTMLScriptElement | null) ?? document.querySelector<HTMLScriptElement>('script[src*="/widget"]');
const origin = script?.src ? new URL(script.src).origin : "";

class EmbeddedChat extends ZhitongChat {
  constructor() {
    super();
    this.base = origin === location.origin ? "" : origin;
  }
}

if (!customElements.get("zhitong-chat")) {
  customElements.define("zhitong-chat", EmbeddedChat);
}
