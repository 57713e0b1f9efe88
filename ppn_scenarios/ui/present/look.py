"""How the stage looks: type for the back of a room, and a picture that fills what is left."""

from typing import Final

AROUND: Final = 320  # pixels of height beside the picture: its controls, the keys, the small print
AROUND_ALONE: Final = 245  # the same where nothing else is on the screen
NARROWEST: Final = 410  # pixels across in which every picture can be read
PHONE: Final = 900  # pixels: on screens less wide the picture stands under the words

STYLE: Final = """
[data-testid="stMainBlockContainer"]{padding:1.2rem clamp(1rem,2.5vw,4rem) .5rem;max-width:none}
[data-testid="stHeader"],[data-testid="stSidebar"]{display:none}
.ppn-question{font-size:clamp(32px,3vw,56px);line-height:1.15;margin:0;padding:0;font-weight:700}
.st-key-stage :is(.st-key-stage_answer,.st-key-predict_so_far) p{
  font-size:clamp(24px,1.7vw,34px);line-height:1.35}
.st-key-stage :is([class*="st-key-stage_lever_"],.st-key-predict_row,[class*="st-key-draft_"])
  :is(p,input,textarea){
  font-size:clamp(20px,1.4vw,28px)!important;line-height:1.35}
.st-key-stage :is(.ppn-key,.ppn-title,[data-testid=stCaptionContainer] p){
  font-size:clamp(15px,1.25vw,24px)}
.st-key-stage .ppn-key b{flex-basis:2.4em;height:1.7em;line-height:1.65em}
.st-key-stage_picture,.st-key-stage_picture [data-testid=stVerticalBlock]{gap:.3rem!important}
.st-key-stage_keys{gap:.3rem!important;border-top:1px solid #D8DDE0;padding-top:.5rem}
.st-key-stage_keys [data-testid=stHorizontalBlock],.st-key-stage_keys>div>div{gap:.3rem}
.st-key-stage_keys button{padding:.2rem .4rem;min-height:2.2rem}
.st-key-stage_keys button p{font-size:clamp(.85rem,.9vw,1.1rem)}
.st-key-stage_keys kbd{font-size:clamp(.75rem,.8vw,1rem);margin-left:.3rem;white-space:nowrap}
.st-key-stage_picture [class*="st-key-take_"]{display:none}
.ppn-at{font-size:18px;margin:0;color:#3D4750}
.st-key-stage_notes{max-width:60rem}
.st-key-stage_notes p{font-size:22px;line-height:1.45}
.st-key-stage_notes [data-testid=stCaptionContainer] p{font-size:1rem}
"""


def look(height: int, hints: bool = True, alone: bool = False) -> str:
    """Return the style of the stage for a picture that is so many pixels high as drawn.

    The browser works out how far the picture can be enlarged: until it is as high as the screen
    has room for, or so narrow that its names no longer fit. A chart measures its box as it is on
    the screen, so the box is made as narrow as the drawing is before it is enlarged. With the
    picture `alone` on the screen there is more room.
    """
    around, across = (AROUND_ALONE, 94) if alone else (AROUND, 57)
    tall = f"tan(atan2(100vh - {around}px,{height}px))"
    wide = f"tan(atan2({across}vw,{NARROWEST}px))"
    chart = ".st-key-stage_picture [data-testid=stElementContainer]:has(.vega-embed)"
    return (
        f"<style>{STYLE}"
        f"@media (min-width:{PHONE}px){{.st-key-stage{{--large:max(1,min({tall},{wide}))}}"
        f"{chart}{{width:calc(100%/var(--large))!important}}"
        f"{chart} :is(svg,canvas).marks{{zoom:var(--large)}}}}"
        f"@media (max-width:{PHONE - 1}px)"
        "{.st-key-stage [data-testid=stColumn]{min-width:100%}"
        ".st-key-stage :is(.st-key-stage_answer,.st-key-predict_so_far) p{font-size:20px}}"
        + (".ppn-key{columns:2}" if alone else "")
        + ("" if hints else ".st-key-stage_keys kbd{display:none}")
        + "</style>"
    )
