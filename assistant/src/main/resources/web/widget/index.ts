import { ZhitongChat } from "./chat";

/*
 * The one script that a site embeds. The service's address is where the script came from, unless the
 * element says otherwise.
 */
const script = document.currentScript as HTMLScriptElement | null;
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
