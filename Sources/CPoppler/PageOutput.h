#pragma once

#include <cstddef>
#include <vector>

#include <GfxState.h>
#include <OutputDev.h>

#include "Geometry.h"
#include "Ground.h"
#include "Shape.h"
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
  void updateFillColor(GfxState *state) override;
  void updateFillColorSpace(GfxState *state) override;
  void clip(GfxState *state) override;
  void eoClip(GfxState *state) override;
  void clipToStrokePath(GfxState *state) override;

  void drawChar(GfxState *state, double x, double y, double dx, double dy, double originX, double originY,
                CharCode code, int nBytes, const Unicode *u, int uLen) override;
  void beginMarkedContent(const char *name, Dict *properties) override;
  void endMarkedContent(GfxState *state) override;
  void beginActualText(GfxState *state, const GooString *text) override;
  void endActualText(GfxState *state) override;

  /// Adds a character that viewers show at a place without that the page paints it.
  void addCharacter(const Rectangle &area, uint32_t character);
  /// Adds a line that viewers show.
  void addLine(const cpoppler_line &line);
  /// Whether lines are those of something laid on the page, which are none of its own.
  void setRemarking(bool isRemark) { isRemarking = isRemark; }

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
  void setSoftMask(GfxState *state, const double *bbox, bool alpha, Function *transfer, GfxColor *backdrop) override;
  void clearSoftMask(GfxState *state) override;

  // Patterns and shadings are neither text nor lines; saying that they are done spares their interpretation.
  bool useTilingPatternFill() override { return true; }
  bool tilingPatternFill(GfxState *state, Gfx *, Catalog *, GfxTilingPattern *, const double *, int, int, int, int,
                         double, double) override
  {
    return paintedPattern(state);
  }
  bool useShadedFills(int) override { return true; }
  bool functionShadedFill(GfxState *state, GfxFunctionShading *) override { return paintedPattern(state); }
  bool axialShadedFill(GfxState *state, GfxAxialShading *, double, double) override { return paintedPattern(state); }
  bool radialShadedFill(GfxState *state, GfxRadialShading *, double, double) override { return paintedPattern(state); }
  bool gouraudTriangleShadedFill(GfxState *state, GfxGouraudTriangleShading *) override
  {
    return paintedPattern(state);
  }
  bool patchMeshShadedFill(GfxState *state, GfxPatchMeshShading *) override { return paintedPattern(state); }

private:
  void fillPath(GfxState *state, bool isEvenOdd);
  void addRule(const Rectangle &area, const Rectangle &clip);
  void addPicture(GfxState *state, bool isOpaque);
  void cover(GfxState *state, const Shape &shape);
  void paintOver(GfxState *state, const Shape &shape);
  void cutLines(const Rectangle &area);
  void noteClip(GfxState *state);
  void endPassage();
  const GfxRGB &fillColour(GfxState *state);
  double contrast(const GfxRGB &colour, double opacity, double x, double y);
  double textContrast(GfxState *state, double x, double y);
  void paintGround(GfxState *state, const Shape &shape);
  bool paintedPattern(GfxState *state);
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

  Ground ground;
  /// The colour that is filled with, while it stays the same.
  GfxRGB filling = { 0, 0, 0 };
  bool isFillKnown = false;
  bool isRemarking = false;

  /// A marked passage that is open: how many states were saved before it, and whether it is a watermark.
  struct Passage {
    size_t depth;
    bool isWatermark;
  };
  std::vector<Passage> passages;
  size_t watermarkDepth = 0;

  struct SavedState {
    bool isClipRagged;
    bool isMasked;
    double opacity;
  };
  std::vector<SavedState> saved;
  /// Whether the clip is more than its bounding box.
  bool isClipRagged = false;
  /// Whether a soft mask says what of the paint is seen.
  bool isMasked = false;

  struct Group {
    bool forSoftMask;
    double opacityAround;
  };
  std::vector<Group> groups;
  double groupOpacity = 1;
  size_t softMaskDepth = 0;

  /// What a marked passage says in place of its glyphs, and the first of them.
  std::vector<uint32_t> actualText;
  size_t actualTextStart = 0;
  size_t actualTextDepth = 0;
};
