"""The few rules of style that the theme cannot give: visible focus, calm motion, plain tables."""

from typing import Final

STYLE: Final = """<style>
:is(a,button,summary,h1,[role=tab],[tabindex="0"]):focus-visible,label:has(input:focus-visible){
  outline:3px solid #0B1318!important;outline-offset:2px;box-shadow:0 0 0 6px #ffeb3b!important}
.stSlider div:has(>div>input:focus-visible){
  outline:3px solid #0B1318!important;outline-offset:2px;box-shadow:0 0 0 6px #ffeb3b!important}
[data-testid="stMain"]{scroll-padding-top:4rem} /* what has the focus is never under the head */
[data-testid="stTabs"] :is([role=tablist],[role=tab]){height:auto!important}
:is([class*="st-key-guide_"],[data-testid="stMain"] [data-testid="stPageLink"]) p{
  white-space:normal!important}
main:focus-visible{outline-offset:-4px!important;box-shadow:none!important}
@media (prefers-reduced-motion:reduce){*,*::before,*::after{
  animation-duration:.001ms!important;transition-duration:.001ms!important;
  animation-delay:0s!important;transition-delay:0s!important}}
.ppn-title{font-weight:600;margin:.25rem 0 .4rem}
.ppn-passport,.ppn-passport p{font-size:.95rem;line-height:1.45}
.ppn-passport h3{font-size:1rem!important;font-weight:600;margin:1rem 0 .25rem;padding:0}
.ppn-passport h3:first-child{margin-top:0}
.ppn-passport p{margin:0 0 .4rem}
.ppn-passport table{border-collapse:collapse;width:100%}
.ppn-passport th,.ppn-passport td{padding:.2rem 0;border:0;border-bottom:1px solid #D8DDE0;
  font-weight:400;text-align:left;vertical-align:top}
.ppn-passport td{text-align:right;white-space:nowrap;padding-left:1rem;
  font-variant-numeric:tabular-nums}
.ppn-passport tr:last-child>*{font-weight:600;border-bottom:0;border-top:2px solid #768692}
.ppn-passport ul{list-style:none;margin:0;padding:0}
.ppn-passport li{margin:0 0 .55rem;padding:0;font-size:.95rem}
.ppn-passport b{font-weight:600}
.ppn-passport i{display:block;height:5px;background:#0F6B64;margin:.15rem 0}
.ppn-passport small{display:block;font-size:.85rem;color:#3D4750}
.ppn-passport a{color:#0F6B64}
.ppn-source{font-size:.85rem;color:#3D4750;margin:.3rem 0 0}
.ppn-said{border-left:4px solid #0F6B64;background:#F0F4F5;padding:.5rem .8rem;
  overflow-wrap:anywhere}
.ppn-said small,.ppn-said strong,.ppn-said span{display:block}
.ppn-said small{color:#3D4750}
.ppn-words{font-size:.85rem;color:#3D4750;margin:0}
.ppn-words summary{cursor:pointer;line-height:1.45;padding:.15rem 0}
.ppn-words b{font-weight:600}
.ppn-words dl{margin:.3rem 0 .6rem!important;padding:0!important;columns:22rem 2;column-gap:2rem}
.ppn-words dt{font-weight:600;margin:0!important;padding:0!important;break-after:avoid}
.ppn-words dd{margin:0 0 .45rem!important;padding:0!important;break-inside:avoid}
.ppn-phone{display:none;font-size:.9rem}
@media (max-width:360px){.ppn-phone.few{display:block!important}}
@media (max-width:640px){.ppn-phone:not(.few){display:block}
  [data-testid="stMainBlockContainer"]:has(.st-key-menu){padding-top:4rem}
  .ppn-words summary span{display:none} /* the list has them: the answer comes sooner */
  .st-key-menu{flex-wrap:nowrap!important;overflow-x:auto;padding:.6rem 0 .4rem}
  .st-key-menu>*{flex:0 0 auto!important}}
.st-key-menu{align-items:center}
@media (min-width:641px){.st-key-menu{gap:.05rem!important;flex-wrap:wrap}
  .st-key-menu button :is(p,span){font-size:.8rem!important}
  .st-key-menu button{padding:.15rem .4rem;min-height:24px}
  .st-key-menu kbd{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}}
.ppn-key{list-style:none;margin:.2rem 0!important;padding:0!important;font-size:.9rem}
.ppn-key li{display:flex;gap:.5rem;margin:.15rem 0!important;padding:0!important}
.ppn-key b{flex:0 0 1.7rem;height:1.25rem;line-height:1.2rem;text-align:center;
  border:1px solid #5A6670;border-radius:3px}
.ppn-key b.alike{border-style:dashed}
.ppn-table{overflow-x:auto;max-width:100%}
[data-testid="stMarkdownContainer"]:has(>table){overflow-x:auto}
[data-testid="stMarkdownContainer"]>table td{vertical-align:top}
.ppn-table table{border-collapse:collapse;width:100%;font-size:.9rem}
.ppn-table th,.ppn-table td{text-align:left;vertical-align:top;padding:.4rem .6rem;
  border-bottom:1px solid #D8DDE0}
.ppn-table .number{text-align:right;white-space:pre;font-variant-numeric:tabular-nums}
.ppn-table.wraps .number{white-space:pre-line}
.ppn-table thead th.number{white-space:normal}
.ppn-table tbody th{min-width:7rem}
.ppn-table .wide{min-width:12rem}
.ppn-table td:has(>a){min-width:7rem}
/* a frame that scrolls has room: else sentences stand a word a line */
@media (max-width:640px){.ppn-table .wide{min-width:17rem}
  .ppn-table td:has(>a){min-width:9rem}
  [data-testid="stMarkdownContainer"]>table td+td:not(:last-child){min-width:10rem}
  .ppn-table.few .number{white-space:pre-line}
  .ppn-table.few :is(.wide,tbody th){min-width:4.5rem}
  .ppn-table.few :is(th,td){padding:.4rem .3rem}}
/* not the text at 60%: 7:1, also on the grey of the levers */
[data-testid="stCaptionContainer"]{color:#48515A!important;opacity:1!important}
.ppn-table a{color:#0F6B64}
.ppn-table thead th{border-bottom:2px solid #768692}
.ppn-cards{display:grid;grid-template-columns:repeat(auto-fit,minmax(165px,1fr));gap:.75rem;margin:0!important;padding:0!important}
.ppn-section{font-size:1.2rem!important;font-weight:600!important;line-height:1.2;margin:0;
  padding:.5rem 0}
.ppn-question{line-height:1.2;margin:0!important;padding:.75rem 0 .8rem!important}
.ppn-lead{margin:.3rem 0 0;line-height:1.6}
.ppn-groups{display:grid;grid-template-columns:repeat(auto-fit,minmax(min(100%,21rem),1fr));
  gap:1rem 1.5rem}
.ppn-groups section{display:flex;flex-direction:column}
.ppn-groups dl{flex:1}
.ppn-groups h2{font-size:1.2rem!important;font-weight:600;line-height:1.2;margin:0;padding:.5rem 0}
.ppn-card{border:1px solid #D8DDE0;border-top:4px solid #0F6B64;border-radius:4px;
  padding:.6rem .8rem .7rem;display:flex;flex-direction:column;background:#fff}
.ppn-card dt{font-size:.9rem;font-weight:600;margin:0}
.ppn-card dd{margin:0!important}
.ppn-card strong{display:block;font-size:1.9rem;line-height:1.25;font-variant-numeric:tabular-nums}
.ppn-card span{display:block;font-size:.85rem;line-height:1.4;color:#3D4750}
/* folded away it is beside the window: what nobody sees must not have the focus */
[data-testid="stSidebar"][data-collapsed="true"] *{visibility:hidden!important}
:is(.st-key-unseen,.st-key-typing_box),
[data-testid="stLayoutWrapper"]:has(>.st-key-typing_box){display:none!important}
.ppn-aloud{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}
[data-testid="stFullScreenFrame"]:has(.stVegaLiteChart) [data-testid="stElementToolbarButton"]:has(
  :is([aria-label^="Show data"],[aria-label^="Download as"],[aria-label^="Copy Vega"])){
  display:none}
:is([data-testid="stWidgetLabel"][disabled],.stSlider:has(input:disabled)) p{
  color:#5A6670!important}
[data-testid="stElementToolbar"]:focus-within{opacity:1!important;visibility:visible!important;
  z-index:10!important}
.st-key-present button{padding:.1rem .6rem;min-height:2rem}
@media (max-width:640px){.st-key-present kbd{display:none}}
.st-key-steps{gap:.25rem!important}
.st-key-steps button{padding:.3rem .3rem;min-height:2.2rem}
.st-key-steps button p{font-size:.8rem}
.st-key-steps kbd{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}
.ppn-where{padding-top:.4rem}
[data-testid="stButtonGroup"] button{overflow:visible!important;height:auto!important}
[data-testid="stPopoverBody"] [data-testid="stButtonGroup"] :is(button,p){max-width:100%;
  white-space:normal!important}
[data-testid="stMarkdownContainer"] :not(pre)>code{overflow-wrap:anywhere}
[class*="st-key-passport_"] p{white-space:normal!important}
[class*="st-key-moved_"] button{justify-content:flex-start;text-align:left;padding:0;
  min-height:24px}
[class*="st-key-moved_"] p{text-decoration:underline}
/* 3:1, so that it is seen where one writes, chooses, and switches on */
:is([data-testid="stTextInputRootElement"],[data-testid="stTextAreaRootElement"],
  [data-testid="stFileUploaderDropzone"],:is(.stSelectbox,.stMultiSelect) [role="group"]):not(
  :focus-within){border-color:#768692}
[data-testid="stCheckbox"] label:not([data-selected="true"])>span+div{
  background-color:#768692!important}
@media (prefers-contrast:more){
  .ppn-table :is(th,td),.ppn-card{border-color:#5A6670}
  [data-testid="stMain"] :is(button,details){border-color:#5A6670!important}
  :is([data-testid="stCaptionContainer"],.ppn-card span,kbd){color:#0B1318!important;
    opacity:1!important}}
/* among buttons a way to a page is one of them */
[class*="st-key-guide_ways_"] [data-testid="stPageLink"] a{border:1px solid #D8DDE0;
  border-radius:.25rem;min-height:2.5rem;padding:.25rem .75rem;display:inline-flex;
  align-items:center}
/* beside the levers two charts have no room each: a projector, a desk at 125% or at 200% */
@media (min-width:641px) and (max-width:1150px){
  [data-testid="stSidebar"][data-collapsed="false"]~div [data-testid="stColumn"]:has(
    .stVegaLiteChart,.ppn-table){min-width:100%!important}}
@media (max-width:640px) and (max-height:420px){ /* a window at 400%: else it is two lines high */
  [data-testid="stPopoverBody"]:focus-within{transform:translate(8px,56px)!important;
    max-height:calc(100vh - 64px)!important}}
[role="tab"],button[aria-label^="Scroll tabs"]{min-width:24px;min-height:24px}
[data-testid="stDialog"] button[aria-label="Close"]{min-width:24px;min-height:24px}
.st-key-predict_reveal kbd{color:#fff!important;opacity:1!important}
.st-key-replay_banner{flex-wrap:nowrap!important}
[data-testid="stSidebar"] button[aria-label^="Help for "]{min-width:25px;min-height:25px;
  margin:min(0px,(1rem - 25px)/2)} /* to touch; what is seen of it stays as it was */
[data-testid="stTooltipIcon"] [aria-haspopup]{cursor:pointer}
[class*="st-key-scene_"] h3{font-size:1.1rem;font-weight:600;line-height:1.45;padding:0 0 .3rem}
[data-testid="stDialog"] [data-testid="stMarkdownContainer"] :is(h2,h3){font-size:1.15rem}
@media (forced-colors:active){
  [data-testid="stTooltipIcon"] svg.icon{stroke:CanvasText!important}
  .stSlider [role=group]>div>div:first-child{outline:1px solid CanvasText}
  .stSlider div:has(>div>input[type=range]){background:CanvasText!important;
    forced-color-adjust:none}
  .stSlider div:has(>div>input[type=range]) p{color:CanvasText!important}
  [data-testid="stCheckbox"] label>span+div{outline:1px solid CanvasText}
  [data-testid="stCheckbox"] label>span+div>div{background:CanvasText!important;
    forced-color-adjust:none}
  [data-testid="stCheckbox"] label[data-selected=true]>span+div,
  [data-testid="stButtonGroup"] button[aria-checked=true],
  [data-testid="stButtonGroup"] button[aria-checked=true] p{background:Highlight!important;
    color:HighlightText!important;forced-color-adjust:none}
}
@media print{
  [data-testid="stSidebar"],[data-testid="stHeader"],[data-testid="stElementToolbar"],.ppn-phone,
  :is(.st-key-menu,.st-key-share_row,.st-key-show,.st-key-live,.st-key-replay_banner),
  :is([data-testid="stButton"],[data-testid="stPopover"],[data-testid="stDownloadButton"]),
  [data-testid="stTooltipIcon"]{display:none!important}
  html,body,#root,#root>div,[data-testid="stApp"],[data-testid="stAppViewContainer"],
  [data-testid="stMain"],[data-testid="stMainBlockContainer"],[data-testid="stVerticalBlock"]{
    position:static!important;display:block!important;height:auto!important;
    min-height:0!important;overflow:visible!important}
  [data-testid="stMainBlockContainer"]{padding:0!important;max-width:none!important}
  [data-testid="stVerticalBlock"]>*{margin-bottom:.6rem}
  .stVegaLiteChart,.ppn-card,tr,[data-testid="stAlert"]{break-inside:avoid}
  .stVegaLiteChart svg{max-width:100%;height:auto}
  h1,h2,h3,.ppn-title,[data-testid="stElementContainer"]:has(h1,h2,h3),
  [data-testid="stElementContainer"]:has(+* .stVegaLiteChart){break-after:avoid}
  .ppn-table{overflow:visible!important}
  .ppn-table table{font-size:.72rem}
  .ppn-table thead{display:table-header-group}
  .ppn-table :is(th,td){padding:.25rem .35rem;min-width:0!important;white-space:normal!important}
  .ppn-table a[href^="http"]::after{content:" (" attr(href) ")";word-break:break-all}
}
</style>"""
