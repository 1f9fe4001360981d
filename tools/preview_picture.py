"""Take a picture of the preview's page: python tools/preview_picture.py PAGE.html PICTURE.png."""

import sys
from pathlib import Path

from flashgen.previews.pictures import browser

page, picture = map(Path, sys.argv[1:])
with browser() as chromium:
    tab = chromium.new_page(viewport={"width": 1280, "height": 800})
    tab.goto(f"{page.resolve().as_uri()}#type=event&mode=light")
    tab.frame_locator("iframe").first.locator("article").wait_for()
    tab.wait_for_function(
        "[...document.querySelectorAll('iframe')].slice(0, 4).every(f => f.clientHeight > 100)"
    )
    tab.screenshot(path=str(picture))
