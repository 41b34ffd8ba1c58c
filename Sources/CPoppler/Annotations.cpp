#include "Annotations.h"

#include <algorithm>

#include <Catalog.h>
#include <Gfx.h>
#include <Object.h>
#include <OptionalContent.h>
#include <PDFDoc.h>
#include <Page.h>

#include "FieldText.h"
#include "PageOutput.h"

static const int mostAnnotations = 10'000;

/// What an annotation is to the reader of a page (ISO 32000-1, 12.5.6). Left out are those that viewers show as a sign
/// to be opened, those that only light up the text under them, and watermarks.
enum class Kind { none, field, textBox, stamp, drawing, shape, strike };

static Kind kind(const Dict &annotation)
{
  static const std::pair<const char *, Kind> kinds[] = {
    { "Widget", Kind::field },   { "FreeText", Kind::textBox }, { "Stamp", Kind::stamp },
    { "StrikeOut", Kind::strike }, { "Line", Kind::drawing },   { "Ink", Kind::drawing },
    { "PolyLine", Kind::drawing }, { "Square", Kind::shape },   { "Circle", Kind::shape },
    { "Polygon", Kind::shape },
  };
  const Object type = annotation.lookup("Subtype");
  for (const auto &[name, kind] : kinds) {
    if (type.isName(name)) {
      return kind;
    }
  }
  return Kind::none;
}

static bool isShown(const Dict &annotation, Catalog &catalog)
{
  // Hidden or not for the screen (ISO 32000-1, table 165).
  const Object flags = annotation.lookup("F");
  if (flags.isInt() && (flags.getInt() & (1 << 1 | 1 << 5)) != 0) {
    return false;
  }
  const Object &layer = annotation.lookupNF("OC");
  OCGs *layers = catalog.getOptContentConfig();
  return layer.isNull() || !layers || layers->optContentIsVisible(&layer);
}

/// The appearance for now, of those the annotation has for each of its states.
static Object appearance(const Dict &annotation)
{
  const Object all = annotation.lookup("AP");
  if (!all.isDict()) {
    return Object(objNull);
  }
  Object normal = all.dictLookup("N");
  if (!normal.isDict()) {
    return normal;
  }
  const Object state = annotation.lookup("AS");
  return state.isName() ? normal.dictLookup(state.getName()) : Object(objNull);
}

static bool numbers(const Object &array, int first, double *numbers, int count)
{
  if (!array.isArray() || array.arrayGetLength() < first + count) {
    return false;
  }
  for (int i = 0; i < count; i++) {
    const Object number = array.arrayGet(first + i);
    if (!number.isNum()) {
      return false;
    }
    numbers[i] = number.getNum();
  }
  return true;
}

/// Strikes each passage through its middle: a quadrilateral whose first side runs along the text (ISO 32000-1,
/// 12.5.6.10).
static void strike(const Dict &annotation, Gfx &gfx, PageOutput &output)
{
  const Object passages = annotation.lookup("QuadPoints");
  double corners[8];
  for (int i = 0; i < 1'000 && numbers(passages, 8 * i, corners, 8); i++) {
    double xs[4], ys[4];
    for (int j = 0; j < 4; j++) {
      gfx.getState()->transform(corners[2 * j], corners[2 * j + 1], &xs[j], &ys[j]);
    }
    const auto [left, right] = std::minmax_element(xs, xs + 4);
    const auto [top, bottom] = std::minmax_element(ys, ys + 4);
    const bool isVertical = std::abs(ys[1] - ys[0]) > std::abs(xs[1] - xs[0]);
    if (isVertical) {
      output.addLine({ (*left + *right) / 2, *top, *bottom, true });
    } else {
      output.addLine({ (*top + *bottom) / 2, *left, *right, false });
    }
  }
}

static Rectangle onPage(const double (&sides)[4], const GfxState *state)
{
  double left, top, right, bottom;
  state->transform(sides[0], sides[1], &left, &bottom);
  state->transform(sides[2], sides[3], &right, &top);
  Rectangle box = Rectangle::at(left, top);
  box.include(right, bottom);
  return box;
}

void drawAnnotations(Page &page, Gfx &gfx, PageOutput &output)
{
  const Object list = page.getAnnotsObject();
  if (!list.isArray()) {
    return;
  }
  Catalog &catalog = *page.getDoc()->getCatalog();
  const Object &form = *catalog.getAcroForm();
  // Set where the appearances in the file may be out of date (ISO 32000-1, table 218).
  const Object isStale = form.isDict() ? form.dictLookup("NeedAppearances") : Object(objNull);
  for (int i = 0; i < std::min(list.arrayGetLength(), mostAnnotations); i++) {
    const Object annotation = list.arrayGet(i);
    double sides[4];
    if (!annotation.isDict() || !numbers(annotation.dictLookup("Rect"), 0, sides, 4)) {
      continue;
    }
    const Dict &entries = *annotation.getDict();
    const Kind kind = ::kind(entries);
    if (kind == Kind::none || !isShown(entries, catalog)) {
      continue;
    }
    if (kind == Kind::strike && annotation.dictLookup("QuadPoints").isArray()) {
      strike(entries, gfx, output);
      continue;
    }
    Object painted = appearance(entries);
    const FieldText text = kind == Kind::field ? FieldText::ofField(entries, form)
        : kind == Kind::textBox && !painted.isStream() ? FieldText::ofTextBox(entries)
                                                       : FieldText();
    const bool isLeftToViewer = !painted.isStream() || (kind == Kind::field && isStale.isBool() && isStale.getBool());
    if (isLeftToViewer && text.isText) {
      text.show(onPage(sides, gfx.getState()), output);
    } else if (painted.isStream()) {
      // The frame of a field is no rule of the table that it stands in.
      output.setRemarking(kind != Kind::drawing && kind != Kind::strike);
      gfx.drawAnnot(&painted, nullptr, nullptr, std::min(sides[0], sides[2]), std::min(sides[1], sides[3]),
                    std::max(sides[0], sides[2]), std::max(sides[1], sides[3]), 0);
      output.setRemarking(false);
    }
  }
}
