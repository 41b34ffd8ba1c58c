#include "PageOutput.h"

#include <UTF.h>

#include "GlyphBox.h"

void PageOutput::updateFillColor(GfxState *)
{
  isFillKnown = false;
}

void PageOutput::updateFillColorSpace(GfxState *)
{
  isFillKnown = false;
}

/// The colour that is filled with; black for a pattern.
const GfxRGB &PageOutput::fillColour(GfxState *state)
{
  if (!isFillKnown) {
    filling = { 0, 0, 0 };
    if (state->getFillColorSpace()->getMode() != csPattern) {
      state->getFillRGB(&filling);
    }
    isFillKnown = true;
  }
  return filling;
}

/// How much a colour stands out from its ground at a place, from 0 to 1.
double PageOutput::contrast(const GfxRGB &colour, double opacity, double x, double y)
{
  // Nearly all ink is dark, and most grounds are light.
  const bool isOnLight = luminance(colour) < 0.5 && !ground.hasDark();
  const GfxRGB *below = isOnLight ? &Ground::paper : ground.at(x, y);
  return (below ? difference(colour, *below) : 1) * opacity * groupOpacity;
}

/// How much a text stands out, by what its rendering mode paints of it (ISO 32000-1, 9.3.6): 3 and 7 paint nothing, as
/// the hidden text of a scan. Text in a pattern comes as 5 or 7, to clip what paints the pattern.
double PageOutput::textContrast(GfxState *state, double x, double y)
{
  const int mode = state->getRender();
  const bool isPattern = state->getFillColorSpace()->getMode() == csPattern;
  const bool isFilled = mode == 0 || mode == 2 || mode == 4 || mode == 6;
  const bool isStroked = mode == 1 || mode == 2 || mode == 5 || mode == 6;
  double most = 0;
  if (isPattern && (isFilled || mode == 5 || mode == 7)) {
    most = state->getFillOpacity() * groupOpacity;
  } else if (isFilled) {
    most = contrast(fillColour(state), state->getFillOpacity(), x, y);
  }
  if (isStroked) {
    GfxRGB colour = { 0, 0, 0 };
    if (state->getStrokeColorSpace()->getMode() != csPattern) {
      state->getStrokeRGB(&colour);
    }
    most = std::max(most, contrast(colour, state->getStrokeOpacity(), x, y));
  }
  return most;
}

void PageOutput::drawChar(GfxState *state, double x, double y, double dx, double dy, double originX, double originY,
                          CharCode code, int nBytes, const Unicode *u, int uLen)
{
  if (state->getRender() == 3 || isInSoftMask() || watermarkDepth > 0) {
    return;
  }
  if (glyphs.size() >= mostGlyphs) {
    overfull = true;
    return;
  }
  GlyphBox glyph(state, x - originX, y - originY, dx, dy, code, nBytes);
  if (!glyph.isUpright() || glyph.isTiny() || !glyph.area.isSane()) {
    return;
  }
  const double middleX = (glyph.area.left + glyph.area.right) / 2;
  const double middleY = (glyph.area.top + glyph.area.bottom) / 2;
  const Rectangle page = { 0, 0, width, height };
  if (!page.holds(middleX, middleY) || !Rectangle::clipOf(state).grown(1).holds(middleX, middleY)) {
    return;
  }
  const double contrast = textContrast(state, middleX, middleY);
  if (contrast <= unseen) {
    return;
  }
  const uint32_t count = u && uLen > 0 ? std::min(uLen, 16) : 0;
  glyphs.push_back({ glyph.area.left, glyph.area.top, glyph.area.right, glyph.area.bottom, (uint32_t)text.size(), count,
                     glyph.turn, contrast < pale });
  text.insert(text.end(), u, u + count);
}

void PageOutput::beginActualText(GfxState *, const GooString *string)
{
  actualTextDepth++;
  if (actualTextDepth > 1) {
    return;
  }
  actualTextStart = glyphs.size();
  actualText.clear();
  Unicode *units = nullptr;
  const int count = TextStringToUCS4(string->toStr(), &units);
  if (units) {
    actualText.assign(units, units + std::min(count, 64));
    gfree(units);
  }
}

/// Says what the glyphs stand for, if they are one character for each or can be taken as one: a passage over several
/// lines keeps its own text.
void PageOutput::endActualText(GfxState *)
{
  if (actualTextDepth == 0 || --actualTextDepth > 0 || actualText.empty() || actualTextStart >= glyphs.size()) {
    return;
  }
  const size_t count = glyphs.size() - actualTextStart;
  if (count == actualText.size()) {
    for (size_t i = 0; i < count; i++) {
      cpoppler_glyph &glyph = glyphs[actualTextStart + i];
      glyph.text = (uint32_t)text.size();
      glyph.text_count = 1;
      text.push_back(actualText[i]);
    }
    return;
  }
  cpoppler_glyph whole = glyphs[actualTextStart];
  const double height = whole.bottom - whole.top;
  const double width = whole.right - whole.left;
  for (size_t i = actualTextStart + 1; i < glyphs.size(); i++) {
    const cpoppler_glyph &glyph = glyphs[i];
    whole.left = std::min(whole.left, glyph.left);
    whole.top = std::min(whole.top, glyph.top);
    whole.right = std::max(whole.right, glyph.right);
    whole.bottom = std::max(whole.bottom, glyph.bottom);
  }
  const bool isOneLine = whole.bottom - whole.top < height * 1.6 || whole.right - whole.left < width * 1.6;
  if (!isOneLine || actualText.size() > 8 || count > 8) {
    return;
  }
  whole.text = (uint32_t)text.size();
  whole.text_count = (uint32_t)actualText.size();
  text.insert(text.end(), actualText.begin(), actualText.end());
  glyphs.resize(actualTextStart);
  glyphs.push_back(whole);
}

void PageOutput::addCharacter(const Rectangle &area, uint32_t character)
{
  const Rectangle page = { 0, 0, width, height };
  if (glyphs.size() < mostGlyphs && page.holds((area.left + area.right) / 2, (area.top + area.bottom) / 2)) {
    glyphs.push_back({ area.left, area.top, area.right, area.bottom, (uint32_t)text.size(), 1, 0, false });
    text.push_back(character);
  }
}
