#include "chat/attachment_list.h"

#include <QCoreApplication>
#include <QLocale>
#include <QPointer>
#include <QThreadPool>
#include <algorithm>

#include "documents/document.h"

namespace canter::ui {

AttachmentList::AttachmentList(Session& session, ModelStatus& model, QObject* parent)
    : QAbstractListModel(parent), session_(session), model_(model) {
  connect(&model, &ModelStatus::changed, this, &AttachmentList::count_all);
  connect(&session, &Session::event, this, [this](const engine::Event& event) {
    dispatch(event, [this](const engine::TokensCounted& counted) {
      for (int row = 0; row < count(); ++row) {
        if (counted.request == 0 || rows_[row].request != counted.request) continue;
        rows_[row].tokens = counted.tokens;
        Q_EMIT dataChanged(index(row), index(row), {kDetails});
      }
    });
  });
}

int AttachmentList::rowCount(const QModelIndex& parent) const {
  return parent.isValid() ? 0 : int(rows_.size());
}

QVariant AttachmentList::data(const QModelIndex& index, int role) const {
  if (!checkIndex(index, CheckIndexOption::IndexIsValid)) return {};
  const Row& row = rows_[index.row()];
  switch (role) {
    case Qt::DisplayRole:
    case kName:
      return row.attachment.name;
    case kDetails: {
      if (row.tokens == 0 || model_.context() == 0) return QString();
      const QLocale locale;
      const double share = 100.0 * row.tokens / model_.context();
      return tr("%1 tokens · %2 % of the context")
          .arg(locale.toString(row.tokens), locale.toString(share, 'f', share < 10 ? 1 : 0));
    }
    default:
      return {};
  }
}

QHash<int, QByteArray> AttachmentList::roleNames() const {
  return {{kName, "name"}, {kDetails, "details"}};
}

QList<Attachment> AttachmentList::all() const {
  QList<Attachment> all;
  for (const Row& row : rows_) all.append(row.attachment);
  return all;
}

void AttachmentList::show(const QList<Attachment>& attachments) {
  if (attachments == all()) return;
  beginResetModel();
  rows_.clear();
  for (const Attachment& each : attachments) rows_.append({each, 0, 0});
  endResetModel();
  count_all();
  Q_EMIT countChanged();
}

void AttachmentList::read(const QUrl& file) {
  ++reading_;
  Q_EMIT readingChanged();
  const QPointer<AttachmentList> here(this);
  const qint64 conversation = session_.current();
  QThreadPool::globalInstance()->start([here, file, conversation] {
    const Document document = read_document(file);
    QMetaObject::invokeMethod(
        QCoreApplication::instance(),
        [here, document, conversation] {
          if (!here) return;
          --here->reading_;
          Q_EMIT here->readingChanged();
          if (document.error.isEmpty())
            Q_EMIT here->wasRead(conversation, {document.name, document.text});
          else
            here->session_.fail(document.error);
        },
        Qt::QueuedConnection);
  });
}

void AttachmentList::remove(int row) {
  if (row < 0 || row >= count()) return;
  beginRemoveRows({}, row, row);
  rows_.removeAt(row);
  endRemoveRows();
  Q_EMIT countChanged();
  Q_EMIT changed();
}

void AttachmentList::shorten(int tokens) {
  const auto longest =
      std::max_element(rows_.begin(), rows_.end(),
                       [](const Row& one, const Row& other) { return one.tokens < other.tokens; });
  if (longest == rows_.end() || longest->tokens == 0) return;
  QString& text = longest->attachment.text;
  const double kept = 1 - std::min(1.0, double(tokens) / longest->tokens);
  text = shortened(text, qsizetype(double(text.size()) * kept));
  const QModelIndex changed_row = index(int(longest - rows_.begin()));
  longest->tokens = 0;
  count_tokens(*longest);
  Q_EMIT dataChanged(changed_row, changed_row, {kDetails});
  Q_EMIT changed();
}

void AttachmentList::count_tokens(Row& row) {
  if (model_.state() != ModelStatus::Ready) return;
  row.request = ++last_request_;
  engine::CountTokens question;
  question.text = row.attachment.text.toStdString();
  question.request = row.request;
  session_.post(std::move(question));
}

void AttachmentList::count_all() {
  for (Row& row : rows_) count_tokens(row);
}

}  // namespace canter::ui
