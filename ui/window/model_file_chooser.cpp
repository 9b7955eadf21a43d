#include "window/model_file_chooser.h"

#include <QFileDialog>

namespace canter::ui {

ModelFileChooser::~ModelFileChooser() {
  delete dialog_;
}

void ModelFileChooser::choose(QWindow* above) {
  if (!dialog_) {
    dialog_ = new QFileDialog(nullptr, tr("Open model"));
    dialog_->setFileMode(QFileDialog::ExistingFile);
    dialog_->setNameFilters({tr("Models (*.gguf)"), tr("All files (*)")});
    connect(dialog_, &QFileDialog::urlSelected, this, &ModelFileChooser::chosen);
  }
  dialog_->winId();
  dialog_->windowHandle()->setTransientParent(above);
  dialog_->open();
}

}  // namespace canter::ui
