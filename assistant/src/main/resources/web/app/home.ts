import { css, html, type TemplateResult } from "lit";
import { ZhitongChat } from "../widget/chat";
import { PageElement, pageStyles } from "./page";

if (!customElements.get("zhitong-chat")) {
  customElements.define("zhitong-chat", ZhitongChat);
}

const EXAMPLES = ["企业咨询多久能得到答复？", "中小企业数字化改造能补助多少？", "招用高校毕业生有什么补贴？", "拖欠中小企业货款要多久支付？"];

class HomePage extends PageElement {
  static styles = [
    pageStyles,
    css`
      .grid {
        display: grid;
        grid-template-columns: minmax(0, 2fr) minmax(0, 1fr);
        gap: 1.4rem;
        align-items: start;
      }
      zhitong-chat {
        height: min(74vh, 46rem);
      }
      pre {
        white-space: pre-wrap;
        background: var(--zt-soft);
        padding: 0.7rem;
        border-radius: 8px;
        overflow-wrap: anywhere;
        font-size: 0.85em;
      }
      @media (max-width: 820px) {
        .grid {
          grid-template-columns: minmax(0, 1fr);
        }
      }
    `,
  ];

  render(): TemplateResult {
    return html`
      <h1>政策问一问，来件有回音</h1>
      <div class="grid">
        <zhitong-chat suggestions=${EXAMPLES.join("|")}></zhitong-chat>
        <div>
          <form class="card" action="/library" role="search">
            <label for="q">在政策库中查找</label>
            <div class="row">
              <input id="q" name="q" placeholder="文号、标题或内容" />
              <button class="primary">查找</button>
            </div>
          </form>
          <form class="card" action="/my">
            <label for="number">查询我的来件</label>
            <div class="row">
              <input id="number" name="number" placeholder="来件编号" />
              <button>查询</button>
            </div>
          </form>
          <div class="card">
            <h2>嵌入到您的网站</h2>
            <p>在页面中放入一行脚本和一个标签：</p>
            <pre>${`<script src="${location.origin}/widget.js" defer></script>\n<zhitong-chat></zhitong-chat>`}</pre>
            <p class="dim">站点需由管理员加入允许来源。</p>
          </div>
        </div>
      </div>
    `;
  }
}

customElements.define("zt-home", HomePage);
