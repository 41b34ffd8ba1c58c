#include "PageOutput.h"

#include <cstring>

void PageOutput::describe(cpoppler_page &page) const
{
  page.width = width;
  page.height = height;
  page.glyphs = glyphs.data();
  page.glyph_count = glyphs.size();
  page.text = text.data();
  page.text_count = text.size();
  page.lines = lines.data();
  page.line_count = lines.size();
  page.pictures = pictures;
  const double area = width * height;
  page.picture_share = area > 0 ? std::min(1.0, pictureArea / area) : 0;
  page.shapes = shapes;
  page.is_overfull = overfull;
}

void PageOutput::startPage(int, GfxState *state, XRef *)
{
  width = state->getPageWidth();
  height = state->getPageHeight();
}

// MARK: Marked passages

void PageOutput::beginMarkedContent(const char *name, Dict *properties)
{
  bool isWatermark = false;
  if (name && properties && !strcmp(name, "Artifact")) {
    const Object kind = properties->lookup("Subtype");
    isWatermark = kind.isName("Watermark");
  }
  passages.push_back({ saved.size(), isWatermark });
  watermarkDepth += isWatermark ? 1 : 0;
}

/// Ends are told of passages whose beginning is not, such as those of a layer: where they lie inside of one that is
/// known, they mostly stand deeper inside the states saved.
void PageOutput::endMarkedContent(GfxState *)
{
  if (!passages.empty() && passages.back().depth == saved.size()) {
    endPassage();
  }
}

void PageOutput::endPassage()
{
  watermarkDepth -= passages.back().isWatermark ? 1 : 0;
  passages.pop_back();
}

// MARK: Clips and groups

void PageOutput::saveState(GfxState *state)
{
  saved.push_back({ isClipRagged, isMasked, state->getFillOpacity() });
}

void PageOutput::restoreState(GfxState *)
{
  isFillKnown = false;
  if (!saved.empty()) {
    isClipRagged = saved.back().isClipRagged;
    isMasked = saved.back().isMasked;
    saved.pop_back();
  }
  while (!passages.empty() && passages.back().depth > saved.size()) {
    endPassage();
  }
}

void PageOutput::clip(GfxState *state)
{
  noteClip(state);
}

void PageOutput::eoClip(GfxState *state)
{
  noteClip(state);
}

void PageOutput::clipToStrokePath(GfxState *)
{
  isClipRagged = true;
}

void PageOutput::noteClip(GfxState *state)
{
  Rectangle box;
  const GfxPath *path = state->getPath();
  if (path->getNumSubpaths() != 1 || !rectangleOf(state, path->getSubpath(0), box)) {
    isClipRagged = true;
  }
}

/// The group as a whole has the opacity that was in force before it (ISO 32000-1, 11.6.6); inside it is 1.
void PageOutput::beginTransparencyGroup(GfxState *, const double *, GfxColorSpace *, bool, bool, bool forSoftMask)
{
  groups.push_back({ forSoftMask, groupOpacity });
  softMaskDepth += forSoftMask ? 1 : 0;
  groupOpacity *= saved.empty() ? 1 : saved.back().opacity;
}

void PageOutput::endTransparencyGroup(GfxState *)
{
  if (!groups.empty()) {
    softMaskDepth -= groups.back().forSoftMask ? 1 : 0;
    groupOpacity = groups.back().opacityAround;
    groups.pop_back();
  }
}

void PageOutput::setSoftMask(GfxState *, const double *, bool, Function *, GfxColor *)
{
  isMasked = true;
}

void PageOutput::clearSoftMask(GfxState *)
{
  isMasked = false;
}
