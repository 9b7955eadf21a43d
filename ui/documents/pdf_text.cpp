#include "documents/pdf_text.h"

#include <QStringList>

#include "documents/attachment.h"

#if defined(CANTER_PDF)
#include <poppler-document.h>
#include <poppler-global.h>
#include <poppler-page.h>

#include <memory>
#endif

namespace canter::ui {
#if defined(CANTER_PDF)

Extract pdf_text(const QString& name, const QByteArray& bytes) {
  constexpr qsizetype kEnough = 2'000'000;
  poppler::set_debug_error_function([](const std::string&, void*) {}, nullptr);
  const std::unique_ptr<poppler::document> document(
      poppler::document::load_from_raw_data(bytes.constData(), int(bytes.size())));
  if (!document)
    return {{}, Attachment::tr("“%1” is damaged and cannot be read; save it anew").arg(name)};
  if (document->is_locked())
    return {{}, Attachment::tr("“%1” asks for a password; save a copy without one").arg(name)};
  QStringList pages;
  qsizetype length = 0;
  for (int i = 0; i < document->pages() && length < kEnough; ++i) {
    const std::unique_ptr<poppler::page> page(document->create_page(i));
    const poppler::byte_array utf8 = page ? page->text().to_utf8() : poppler::byte_array();
    QString text = QString::fromUtf8(utf8.data(), qsizetype(utf8.size())).trimmed();
    length += text.size();
    pages += text.remove(u'\f');
  }
  if (length == 0)
    return {{},
            Attachment::tr("“%1” has no text, only pictures of its pages; have a text "
                           "recognition program read it first")
                .arg(name)};
  return {pages.join(QStringLiteral("\n\n\f")), {}};
}

#else

Extract pdf_text(const QString& name, const QByteArray&) {
  return {{},
          Attachment::tr("“%1” is a PDF, which this build of Canter does not read; save it as "
                         "text")
              .arg(name)};
}

#endif

}  // namespace canter::ui
