#include "cpoppler.h"

#include <memory>
#include <mutex>
#include <string>

#include <Catalog.h>
#include <Error.h>
#include <ErrorCodes.h>
#include <Gfx.h>
#include <GlobalParams.h>
#include <PDFDoc.h>
#include <Page.h>
#include <poppler-config.h>

#include "Annotations.h"
#include "PageOutput.h"

struct cpoppler_document {
  std::unique_ptr<PDFDoc> file;
  std::unique_ptr<PageOutput> page;
  std::string author, title;
  int pageCount = 0;
};

const char *cpoppler_version(void)
{
  return POPPLER_VERSION;
}

static bool hasChineseMaps()
{
  const GooString collection("Adobe-GB1"), map("GBK-EUC-H");
  FILE *file = globalParams->findCMapFile(&collection, &map);
  if (file) {
    fclose(file);
  }
  return file != nullptr;
}

bool cpoppler_prepare(void)
{
  static std::once_flag once;
  static bool isComplete = false;
  try {
    std::call_once(once, [] {
      setErrorCallback([](ErrorCategory, Goffset, const char *) { });
      globalParams = std::make_unique<GlobalParams>();
      isComplete = hasChineseMaps();
    });
  } catch (...) {
    return false;
  }
  return isComplete;
}

static std::string bytesOf(const std::unique_ptr<GooString> &text)
{
  return text ? text->toStr() : std::string();
}

cpoppler_document *cpoppler_open(const uint8_t *bytes, size_t count, cpoppler_opening *opening)
{
  *opening = CPOPPLER_BROKEN;
  cpoppler_prepare();
  try {
    auto document = std::make_unique<cpoppler_document>();
    auto *stream = new MemStream(reinterpret_cast<const char *>(bytes), 0, (Goffset)count, Object(objNull));
    document->file = std::make_unique<PDFDoc>(stream);
    if (!document->file->isOk()) {
      if (document->file->getErrorCode() == errEncrypted) {
        *opening = CPOPPLER_ENCRYPTED;
      }
      return nullptr;
    }
    document->pageCount = document->file->getNumPages();
    if (document->pageCount <= 0) {
      return nullptr;
    }
    document->author = bytesOf(document->file->getDocInfoAuthor());
    document->title = bytesOf(document->file->getDocInfoTitle());
    *opening = CPOPPLER_OPENED;
    return document.release();
  } catch (...) {
    return nullptr;
  }
}

void cpoppler_close(cpoppler_document *document)
{
  delete document;
}

int cpoppler_page_count(cpoppler_document *document)
{
  return document->pageCount;
}

const uint8_t *cpoppler_author(cpoppler_document *document, size_t *count)
{
  *count = document->author.size();
  return reinterpret_cast<const uint8_t *>(document->author.data());
}

const uint8_t *cpoppler_title(cpoppler_document *document, size_t *count)
{
  *count = document->title.size();
  return reinterpret_cast<const uint8_t *>(document->title.data());
}

bool cpoppler_read_page(cpoppler_document *document, int number, size_t most_glyphs, cpoppler_page *result)
{
  try {
    document->page = nullptr;
    Page *page = document->file->getPage(number);
    if (!page || !page->isOk()) {
      return false;
    }
    auto output = std::make_unique<PageOutput>(most_glyphs);
    auto isEnough = [](void *output) { return static_cast<PageOutput *>(output)->isOverfull(); };
    {
      const std::unique_ptr<Gfx> gfx(
          page->createGfx(output.get(), 72, 72, 0, false, true, -1, -1, -1, -1, false, isEnough, output.get()));
      page->display(gfx.get());
      drawAnnotations(*page, *gfx, *output);
    }
    output->describe(*result);
    document->page = std::move(output);
    return true;
  } catch (...) {
    return false;
  }
}
