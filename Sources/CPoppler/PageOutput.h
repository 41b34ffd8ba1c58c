#pragma once

#include <cstddef>
#include <vector>

#include <GfxState.h>
#include <OutputDev.h>

#include "Geometry.h"
#include "cpoppler.h"

/// Notes what poppler's interpreter paints on a page: glyphs, ruled lines and pictures.
class PageOutput final : public OutputDev {
public:
  explicit PageOutput(size_t mostGlyphs) : mostGlyphs(mostGlyphs) { }

  void describe(cpoppler_page &page) const;
  bool isOverfull() const { return overfull; }

  bool upsideDown() override { return true; }
  bool useDrawChar() override { return true; }
  bool interpretType3Chars() override { return false; }

  void startPage(int number, GfxState *state, XRef *xref) override;
  void saveState(GfxState *state) override;
  void restoreState(GfxState *state) override;
  void clip(GfxState *state) override;
  void eoClip(GfxState *state) override;
  void clipToStrokePath(GfxState *state) override;

  void drawChar(GfxState *state, double x, double y, double dx, double dy, double originX, double originY,
                CharCode code, int nBytes, const Unicode *u, int uLen) override;
  void beginMarkedContent(const char *name, Dict *properties) override;
  void endMarkedContent(GfxState *state) override;
  void beginActualText(GfxState *state, const GooString *text) override;
  void endActualText(GfxState *state) override;

  /// Adds a text that the page shows without painting it, in one line in a box of the page.
  void addText(const Rectangle &area, const std::vector<uint32_t> &characters, double size);

  void stroke(GfxState *state) override;
  void fill(GfxState *state) override;
  void eoFill(GfxState *state) override;

  void drawImageMask(GfxState *state, Object *ref, Stream *stream, int width, int height, bool invert,
                     bool interpolate, bool inlined) override;
  void drawImage(GfxState *state, Object *ref, Stream *stream, int width, int height, GfxImageColorMap *colors,
                 bool interpolate, const int *maskColors, bool inlined) override;
  void drawMaskedImage(GfxState *state, Object *ref, Stream *stream, int width, int height,
                       GfxImageColorMap *colors, bool interpolate, Stream *maskStream, int maskWidth,
                       int maskHeight, bool maskInvert, bool maskInterpolate) override;
  void drawSoftMaskedImage(GfxState *state, Object *ref, Stream *stream, int width, int height,
                           GfxImageColorMap *colors, bool interpolate, Stream *maskStream, int maskWidth,
                           int maskHeight, GfxImageColorMap *maskColors, bool maskInterpolate) override;

  void beginTransparencyGroup(GfxState *state, const double *bbox, GfxColorSpace *space, bool isolated,
                              bool knockout, bool forSoftMask) override;
  void endTransparencyGroup(GfxState *state) override;

  // Patterns and shadings are neither text nor lines; saying that they are done spares their interpretation.
  bool useTilingPatternFill() override { return true; }
  bool tilingPatternFill(GfxState *, Gfx *, Catalog *, GfxTilingPattern *, const double *, int, int, int, int, double,
                         double) override
  {
    return true;
  }
  bool useShadedFills(int) override { return true; }
  bool functionShadedFill(GfxState *, GfxFunctionShading *) override { return true; }
  bool axialShadedFill(GfxState *, GfxAxialShading *, double, double) override { return true; }
  bool radialShadedFill(GfxState *, GfxRadialShading *, double, double) override { return true; }
  bool gouraudTriangleShadedFill(GfxState *, GfxGouraudTriangleShading *) override { return true; }
  bool patchMeshShadedFill(GfxState *, GfxPatchMeshShading *) override { return true; }

private:
  void fillPath(GfxState *state);
  void addRule(const Rectangle &area, const Rectangle &clip);
  void addPicture(GfxState *state, bool isOpaque);
  void paintOver(GfxState *state, const Rectangle &area);
  void noteClip(GfxState *state);
  /// What is painted under a place: the paper is white; `nullptr` for what has no single colour.
  const GfxRGB *groundAt(double x, double y);
  bool isSeen(const GfxRGB &colour, double x, double y);
  void addGround(GfxState *state, const Rectangle &area);
  bool isInSoftMask() const { return softMaskDepth > 0; }

  size_t mostGlyphs;
  bool overfull = false;
  double width = 0, height = 0;
  std::vector<cpoppler_glyph> glyphs;
  std::vector<uint32_t> text;
  std::vector<cpoppler_line> lines;
  size_t pictures = 0;
  double pictureArea = 0;
  size_t shapes = 0;
  /// How many comparisons of painted areas with glyphs are left: a bound on the work that a page can ask for.
  size_t paintOverBudget = 50'000'000;

  struct Ground {
    Rectangle area;
    GfxRGB colour;
    bool isPlain;
  };
  /// Areas painted on the page, the last on top.
  std::vector<Ground> grounds;
  size_t groundBudget = 20'000'000;

  /// For each marked passage that is open whether it is a watermark.
  std::vector<bool> watermarks;
  size_t watermarkDepth = 0;

  /// Whether the clip is more than its bounding box, for each saved state.
  std::vector<bool> savedClips;
  bool isClipRagged = false;

  std::vector<bool> groups;
  size_t softMaskDepth = 0;

  /// What a marked passage says in place of its glyphs, and the first of them.
  std::vector<uint32_t> actualText;
  size_t actualTextStart = 0;
  size_t actualTextDepth = 0;
};
