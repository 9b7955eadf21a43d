#include "window/file_chooser.h"

#include <QFileDialog>
#include <QFileInfo>
#include <utility>

namespace canter::ui {

FileChooser::FileChooser(QString title, QStringList filters, QObject* parent)
    : QObject(parent), title_(std::move(title)), filters_(std::move(filters)) {}

FileChooser::~FileChooser() {
  delete dialog_;
}

void FileChooser::choose(QWindow* above) {
  if (!dialog_) {
    dialog_ = new QFileDialog(nullptr, title_);
    dialog_->setFileMode(filters_.isEmpty() ? QFileDialog::Directory : QFileDialog::ExistingFile);
    dialog_->setOption(QFileDialog::ShowDirsOnly, filters_.isEmpty());
    if (!filters_.isEmpty()) dialog_->setNameFilters(filters_);
    connect(dialog_, &QFileDialog::urlSelected, this, &FileChooser::chosen);
  }
  show(above);
}

void FileChooser::save(QWindow* above, const QString& name, const QString& filter) {
  if (!dialog_) {
    dialog_ = new QFileDialog(nullptr, title_);
    dialog_->setAcceptMode(QFileDialog::AcceptSave);
    dialog_->setFileMode(QFileDialog::AnyFile);
    connect(dialog_, &QFileDialog::urlSelected, this, &FileChooser::chosen);
  }
  dialog_->setNameFilters(QStringList{filter} + filters_);
  dialog_->setDefaultSuffix(QFileInfo(name).suffix());
  dialog_->selectFile(name);
  show(above);
}

void FileChooser::show(QWindow* above) {
  dialog_->winId();
  dialog_->windowHandle()->setTransientParent(above);
  dialog_->open();
}

}  // namespace canter::ui
