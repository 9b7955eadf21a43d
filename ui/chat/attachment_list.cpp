#include "chat/attachment_list.h"

#include <QCoreApplication>
#include <QLocale>
#include <QPointer>
#include <QThreadPool>
#include <algorithm>
#include <utility>

#include "documents/document.h"

namespace canter::ui {

AttachmentList::AttachmentList(Session& session, ModelStatus& model, QObject* parent)
    : QAbstractListModel(parent), session_(session), model_(model) {
  connect(&model, &ModelStatus::changed, this, &AttachmentList::count_all);
  connect(&session, &Session::event, this, [this](const engine::Event& event) {
    dispatch(
        event,
        [this](const engine::TokensCounted& counted) {
          for (int row = 0; row < count(); ++row) {
            if (counted.request == 0 || rows_[row].request != counted.request) continue;
            rows_[row].tokens = counted.tokens;
            Q_EMIT dataChanged(index(row), index(row), {kDetails});
          }
        },
        [this](const engine::SummaryProgressed& progress) {
          if (!summary_ || summary_->request != progress.request) return;
          summary_->part = progress.part;
          summary_->parts = progress.parts;
          Q_EMIT summaryChanged();
        },
        [this](const engine::SummaryEnded& ended) { end_summary(ended); });
  });
  connect(&session, &Session::currentChanged, this, &AttachmentList::summaryChanged);
  connect(&session, &Session::languageChanged, this, &AttachmentList::summaryChanged);
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
  if (summarizing() && summary_->whole == rows_[row].attachment) stopSummary();
  beginRemoveRows({}, row, row);
  rows_.removeAt(row);
  endRemoveRows();
  Q_EMIT countChanged();
  Q_EMIT changed();
}

int AttachmentList::longest() const {
  const auto found =
      std::max_element(rows_.begin(), rows_.end(),
                       [](const Row& one, const Row& other) { return one.tokens < other.tokens; });
  return found == rows_.end() || found->tokens == 0 ? -1 : int(found - rows_.begin());
}

void AttachmentList::shorten(int tokens) {
  const int row = longest();
  if (row < 0) return;
  const QString& text = rows_[row].attachment.text;
  const double kept = 1 - std::min(1.0, double(tokens) / rows_[row].tokens);
  take_part(shortened(text, qsizetype(double(text.size()) * kept)));
}

DocumentParts AttachmentList::parts(int tokens_too_many) const {
  const int row = longest();
  if (row < 0) return {};
  const QString& text = rows_[row].attachment.text;
  const double room = 1 - std::min(1.0, double(tokens_too_many) / rows_[row].tokens);
  return {text, qsizetype(double(text.size()) * room)};
}

QString AttachmentList::longest_name() const {
  const int row = longest();
  return row < 0 ? QString() : rows_[row].attachment.name;
}

int AttachmentList::longest_tokens() const {
  const int row = longest();
  return row < 0 ? 0 : rows_[row].tokens;
}

void AttachmentList::take_part(const QString& text) {
  const int row = longest();
  if (row < 0 || text.isEmpty()) return;
  rows_[row].attachment.text = text;
  rows_[row].tokens = 0;
  count_tokens(rows_[row]);
  Q_EMIT dataChanged(index(row), index(row), {kDetails});
  Q_EMIT changed();
}

bool AttachmentList::summarizing() const {
  return summary_ && summary_->conversation == session_.current();
}

QString AttachmentList::summary_text() const {
  if (!summarizing()) return {};
  if (summary_->parts == 0) return tr("Summarizing “%1”…").arg(summary_->whole.name);
  const QLocale locale;
  return tr("Summarizing “%1”: part %2 of %3")
      .arg(summary_->whole.name, locale.toString(summary_->part), locale.toString(summary_->parts));
}

void AttachmentList::summarize() {
  const int row = longest();
  if (row < 0 || summary_) return;
  summary_ = Summary{++last_request_, session_.current(), rows_[row].attachment};
  QString text = summary_->whole.text;
  session_.post(engine::Summarize{text.remove(u'\f').toStdString(), summary_->request});
  Q_EMIT summaryChanged();
}

void AttachmentList::stopSummary() {
  if (summary_) session_.post(engine::StopSummaries{});
}

void AttachmentList::end_summary(const engine::SummaryEnded& ended) {
  if (!summary_ || summary_->request != ended.request) return;
  const Summary summary = *std::exchange(summary_, std::nullopt);
  Q_EMIT summaryChanged();
  if (ended.failure) {
    if (ended.failure->kind != ErrorKind::kInterrupted)
      session_.fail(QString::fromStdString(ended.failure->message));
    return;
  }
  // For the model, hence not translated.
  const QString text = QStringLiteral("[A summary of the whole]\n") +
                       QString::fromStdString(ended.text).trimmed() + u'\n';
  Q_EMIT wasSummarized(summary.conversation, summary.whole, {summary.whole.name, text});
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
