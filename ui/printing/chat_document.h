#pragma once

#include <QPagedPaintDevice>
#include <QString>
#include <QTextDocument>
#include <memory>
#include <vector>

#include "store/records.h"

namespace canter::ui {

/// The branch of a chat as it is read on paper: who said what, headings, lists, listings, tables,
/// formulas. What is written from right to left stands on the right.
QString chat_html(const QString& title, const std::vector<Message>& branch);

/// `html` in the fonts of the program.
std::unique_ptr<QTextDocument> chat_document(const QString& html);

/// Draws all pages, each with its number and the chat's title below. False: the device cannot be
/// painted on.
bool paint_pages(const QTextDocument& document, const QString& title, QPagedPaintDevice& device);

}  // namespace canter::ui
