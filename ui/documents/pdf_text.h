#pragma once

#include "documents/office_text.h"

namespace canter::ui {

/// Page after page, an empty line between them.
Extract pdf_text(const QString& name, const QByteArray& bytes);

}  // namespace canter::ui
