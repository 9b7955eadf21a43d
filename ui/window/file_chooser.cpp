#include "window/file_chooser.h"

#include <QAbstractItemView>
#include <QCompleter>
#include <QFileDialog>
#include <QFileInfo>
#include <utility>

namespace canter::ui {
namespace {

/// Qt's own dialog leaves them on the screen when Return chooses what was typed.
void hide_completions(QFileDialog& dialog) {
  for (QCompleter* each : dialog.findChildren<QCompleter*>()) each->popup()->hide();
}

}  // namespace

FileChooser::FileChooser(Title title, Filters filters, QObject* parent)
    : QObject(parent), title_(std::move(title)), filters_(std::move(filters)) {}

FileChooser::~FileChooser() {
  delete dialog_;
}

void FileChooser::choose(QWindow* above) {
  make_dialog();
  dialog_->setFileMode(filters_ ? QFileDialog::ExistingFile : QFileDialog::Directory);
  dialog_->setOption(QFileDialog::ShowDirsOnly, !filters_);
  if (filters_) dialog_->setNameFilters(filters_());
  show(above);
}

void FileChooser::save(QWindow* above, const QString& name, const QString& filter) {
  make_dialog();
  dialog_->setAcceptMode(QFileDialog::AcceptSave);
  dialog_->setFileMode(QFileDialog::AnyFile);
  dialog_->setNameFilters(QStringList{filter} + filters_());
  dialog_->setDefaultSuffix(QFileInfo(name).suffix());
  dialog_->selectFile(name);
  show(above);
}

void FileChooser::make_dialog() {
  if (dialog_) return;
  dialog_ = new QFileDialog;
  // Qt's own dialog never says urlSelected(); the system's says accepted() as well.
  connect(dialog_, &QDialog::accepted, this, [this] {
    hide_completions(*dialog_);
    const QList<QUrl> files = dialog_->selectedUrls();
    if (!files.isEmpty()) Q_EMIT chosen(files.constFirst());
  });
}

void FileChooser::show(QWindow* above) {
  dialog_->setWindowTitle(title_());
  dialog_->winId();
  dialog_->windowHandle()->setTransientParent(above);
  dialog_->open();
}

}  // namespace canter::ui
