#include "window/file_chooser.h"

#include <QFileDialog>
#include <QFileInfo>
#include <utility>

namespace canter::ui {

FileChooser::FileChooser(Title title, Filters filters, QObject* parent)
    : QObject(parent), title_(std::move(title)), filters_(std::move(filters)) {}

FileChooser::~FileChooser() {
  delete dialog_;
}

void FileChooser::choose(QWindow* above) {
  if (!dialog_) {
    dialog_ = new QFileDialog;
    dialog_->setFileMode(filters_ ? QFileDialog::ExistingFile : QFileDialog::Directory);
    dialog_->setOption(QFileDialog::ShowDirsOnly, !filters_);
    connect(dialog_, &QFileDialog::urlSelected, this, &FileChooser::chosen);
  }
  if (filters_) dialog_->setNameFilters(filters_());
  show(above);
}

void FileChooser::save(QWindow* above, const QString& name, const QString& filter) {
  if (!dialog_) {
    dialog_ = new QFileDialog;
    dialog_->setAcceptMode(QFileDialog::AcceptSave);
    dialog_->setFileMode(QFileDialog::AnyFile);
    connect(dialog_, &QFileDialog::urlSelected, this, &FileChooser::chosen);
  }
  dialog_->setNameFilters(QStringList{filter} + filters_());
  dialog_->setDefaultSuffix(QFileInfo(name).suffix());
  dialog_->selectFile(name);
  show(above);
}

void FileChooser::show(QWindow* above) {
  dialog_->setWindowTitle(title_());
  dialog_->winId();
  dialog_->windowHandle()->setTransientParent(above);
  dialog_->open();
}

}  // namespace canter::ui
