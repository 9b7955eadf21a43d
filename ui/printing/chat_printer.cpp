#include "printing/chat_printer.h"

#include <QLocale>
#include <QPageLayout>
#include <QPdfWriter>
#include <QPrintDialog>
#include <QPrinter>
#include <QSaveFile>
#include <QTimer>
#include <utility>

#include "printing/chat_document.h"

namespace canter::ui {
namespace {

constexpr int kResolution = 300;
constexpr double kMarginMm = 18;

QPageLayout page_layout() {
  const bool letters = QLocale().measurementSystem() == QLocale::ImperialUSSystem;
  return QPageLayout(QPageSize(letters ? QPageSize::Letter : QPageSize::A4), QPageLayout::Portrait,
                     QMarginsF(kMarginMm, kMarginMm, kMarginMm, kMarginMm),
                     QPageLayout::Millimeter);
}

void ask_and_print(const QString& title, const QString& html) {
  QPrinter printer(QPrinter::HighResolution);
  printer.setPageLayout(page_layout());
  printer.setDocName(title);
  QPrintDialog dialog(&printer);
  if (dialog.exec() == QDialog::Accepted) paint_pages(*chat_document(html), title, printer);
}

}  // namespace

ChatPrinter::ChatPrinter(Session& session, QObject* parent) : QObject(parent), session_(session) {
  connect(&session, &Session::event, this, &ChatPrinter::follow);
}

void ChatPrinter::save_pdf(qint64 conversation, const QString& path) {
  want(conversation, [this, path](const QString& title, const QString& html) {
    QSaveFile file(path);
    bool done = file.open(QIODevice::WriteOnly);
    if (done) {
      QPdfWriter writer(&file);
      writer.setResolution(kResolution);
      writer.setPageLayout(page_layout());
      writer.setTitle(title);
      writer.setCreator(QStringLiteral("Canter"));
      done = paint_pages(*chat_document(html), title, writer);
    }
    if (done && file.commit())
      Q_EMIT written(path);
    else
      session_.fail(tr("“%1” could not be written: %2").arg(path, file.errorString()));
  });
}

void ChatPrinter::print(qint64 conversation) {
  want(conversation, [this](const QString& title, const QString& html) {
    // Not while events of the engine are handed around.
    QTimer::singleShot(0, this, [title, html] { ask_and_print(title, html); });
  });
}

void ChatPrinter::want(qint64 conversation, Use use) {
  wanted_ = conversation;
  use_ = std::move(use);
  session_.post(engine::OpenConversation{conversation});
}

void ChatPrinter::follow(const engine::Event& event) {
  dispatch(event, [this](const engine::ConversationOpened& opened) {
    if (wanted_ == 0 || opened.conversation.id != wanted_) return;
    wanted_ = 0;
    const QString title = QString::fromStdString(opened.conversation.title);
    std::exchange(use_, nullptr)(title, chat_html(title, opened.branch));
  });
}

}  // namespace canter::ui
