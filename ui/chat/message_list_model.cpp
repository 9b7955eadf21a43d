#include "chat/message_list_model.h"

#include <algorithm>
#include <iterator>

#include "chat/message_text.h"
#include "engine/engine.h"

namespace canter::ui {
namespace {

MessageListModel::Status status_of(const Message& message) {
  switch (message.status) {
    case MessageStatus::kStreaming:
      return MessageListModel::Elsewhere;
    case MessageStatus::kStopped:
      return MessageListModel::Stopped;
    case MessageStatus::kInterrupted:
      return MessageListModel::Interrupted;
    case MessageStatus::kFailed:
      return MessageListModel::Failed;
    case MessageStatus::kComplete:
      break;
  }
  return MessageListModel::Complete;
}

}  // namespace

struct MessageListModel::Row {
  MessageId id = 0;
  bool from_user = false;
  Status status = Complete;
  QString note;
  QString model;  ///< that wrote an answer
  AnswerStatistics statistics;
  TextChunkModel chunks;  ///< of a question
  Thought thought;        ///< before an answer
  BlockListModel blocks;  ///< of an answer
  Versions versions;

  const QString& text() const { return from_user ? chunks.text() : blocks.text(); }
  void set_text(const QString& text) { from_user ? chunks.set_text(text) : blocks.set_text(text); }

  bool begun() const { return !text().isEmpty() || !thought.empty(); }

  int version() const {
    return int(std::find(versions.begin(), versions.end(), id) - versions.begin());
  }
};

MessageListModel::MessageListModel(QObject* parent) : QAbstractListModel(parent) {}
MessageListModel::~MessageListModel() = default;

int MessageListModel::rowCount(const QModelIndex& parent) const {
  return parent.isValid() ? 0 : int(rows_.size());
}

QVariant MessageListModel::data(const QModelIndex& index, int role) const {
  if (!checkIndex(index, CheckIndexOption::IndexIsValid)) return {};
  Row& row = *rows_[std::size_t(index.row())];
  switch (role) {
    case kFromUser:
      return row.from_user;
    case kChunks:
      return QVariant::fromValue(&row.chunks);
    case kBlocks:
      return QVariant::fromValue(&row.blocks);
    case kThought:
      return QVariant::fromValue(&row.thought);
    case kStatus:
      return row.status;
    case kNote:
      return row.note;
    case kStatistics:
      return figures_line(row.model, row.statistics);
    case kDetails:
      return statistics_details(row.statistics);
    case kEmpty:
      return row.text().isEmpty();
    case kVersion:
      return row.version() + 1;
    case kVersions:
      return int(row.versions.size());
    case kContinuable:
      return index.row() == count() - 1 && !row.from_user && row.begun() &&
             (row.status == Stopped || row.status == Interrupted || row.status == Failed);
    case Qt::DisplayRole:
      return row.text();
    default:
      return {};
  }
}

QHash<int, QByteArray> MessageListModel::roleNames() const {
  return {{kFromUser, "fromUser"},     {kChunks, "chunks"},     {kBlocks, "blocks"},
          {kThought, "thought"},       {kStatus, "status"},     {kNote, "note"},
          {kStatistics, "statistics"}, {kDetails, "details"},   {kEmpty, "empty"},
          {kVersion, "version"},       {kVersions, "versions"}, {kContinuable, "continuable"}};
}

void MessageListModel::clear() {
  remove_from(0);
}

void MessageListModel::remove_from(int row) {
  if (row >= count()) return;
  // The view lets go of the texts while they still exist.
  beginRemoveRows({}, row, count() - 1);
  std::vector<std::unique_ptr<Row>> removed;
  std::move(rows_.begin() + row, rows_.end(), std::back_inserter(removed));
  rows_.resize(std::size_t(row));
  endRemoveRows();
  if (count() > 0) changed(count() - 1, {kContinuable});
  Q_EMIT countChanged();
}

void MessageListModel::show(const std::vector<Message>& branch,
                            const std::vector<Versions>& versions,
                            const std::function<const Live*(MessageId)>& live_of) {
  int row = 0;
  bool same = true;
  for (std::size_t i = 0; i < branch.size(); ++i) {
    if (branch[i].role == MessageRole::kSystem) continue;
    same = same && id(row) == branch[i].id;
    const Live* live = live_of(branch[i].id);
    if (!same) {
      remove_from(row);
      append(branch[i], live);
    } else if (live != nullptr && !live->begun) {
      await(row);
    }
    rows_[std::size_t(row)]->versions = i < versions.size() ? versions[i] : Versions();
    changed(row, {kVersion, kVersions});
    ++row;
  }
  remove_from(row);
}

void MessageListModel::append(const Message& message, const Live* live) {
  if (message.role == MessageRole::kSystem) return;
  auto row = std::make_unique<Row>();
  row->id = message.id;
  row->from_user = message.role == MessageRole::kUser;
  if (live != nullptr) {
    row->status = live->begun ? Streaming : Waiting;
    row->thought.append(live->thinking, live->thinking_ms);
    if (!live->begun || !live->text.empty()) row->thought.pause();
    row->blocks.append(live->text.text(), live->text.drafted());
  } else {
    row->status = status_of(message);
    row->note = ending_note(message);
    row->model = QString::fromStdString(message.model);
    row->statistics = engine::read_statistics(message);
    row->thought.finish(QString::fromStdString(message.thinking), message.thinking_ms);
    row->set_text(QString::fromStdString(message.content));
  }
  beginInsertRows({}, count(), count());
  rows_.push_back(std::move(row));
  endInsertRows();
  if (count() > 1) changed(count() - 2, {kContinuable});
  Q_EMIT countChanged();
}

// An answer that ended early is being continued.
void MessageListModel::await(int row) {
  rows_[std::size_t(row)]->status = Waiting;
  rows_[std::size_t(row)]->note.clear();
  changed(row, {kStatus, kNote, kContinuable});
}

void MessageListModel::begin(MessageId answer) {
  const auto row = row_of(answer);
  if (!row) return;
  rows_[std::size_t(*row)]->status = Streaming;
  changed(*row, {kStatus});
}

void MessageListModel::append_text(MessageId answer, const StreamedText& piece) {
  const auto row = row_of(answer);
  if (!row || piece.empty()) return;
  Row& streaming = *rows_[std::size_t(*row)];
  const bool was_empty = streaming.text().isEmpty();
  streaming.thought.pause();
  streaming.blocks.append(piece.text(), piece.drafted());
  if (was_empty) changed(*row, {kEmpty});
}

void MessageListModel::append_thinking(MessageId answer, const StreamedText& piece,
                                       qint64 milliseconds) {
  if (const auto row = row_of(answer)) thought(*row)->append(piece, milliseconds);
}

void MessageListModel::finish(const Message& answer, const AnswerStatistics& statistics) {
  const auto row = row_of(answer.id);
  if (!row) return;
  Row& finished = *rows_[std::size_t(*row)];
  finished.status = status_of(answer);
  finished.note = ending_note(answer);
  finished.model = QString::fromStdString(answer.model);
  finished.statistics = statistics;
  finished.thought.finish(QString::fromStdString(answer.thinking), answer.thinking_ms);
  finished.set_text(QString::fromStdString(answer.content));
  changed(*row, {kStatus, kNote, kStatistics, kDetails, kEmpty, kContinuable});
}

QString MessageListModel::text(int row) const {
  return row >= 0 && row < count() ? rows_[std::size_t(row)]->text() : QString();
}

Thought* MessageListModel::thought(int row) const {
  return row >= 0 && row < count() ? &rows_[std::size_t(row)]->thought : nullptr;
}

QStringList MessageListModel::questions() const {
  QStringList asked;
  for (const auto& row : rows_)
    if (row->from_user) asked += row->chunks.text();
  return asked;
}

MessageId MessageListModel::id(int row) const {
  return row >= 0 && row < count() ? rows_[std::size_t(row)]->id : 0;
}

MessageId MessageListModel::version(int row, int step) const {
  if (row < 0 || row >= count()) return 0;
  const Row& shown = *rows_[std::size_t(row)];
  const int wanted = shown.version() + step;
  return wanted >= 0 && wanted < int(shown.versions.size()) ? shown.versions[std::size_t(wanted)]
                                                            : 0;
}

// From the end, where the answer that is being written stands.
std::optional<int> MessageListModel::row_of(MessageId id) const {
  for (int row = count() - 1; row >= 0; --row) {
    if (rows_[std::size_t(row)]->id == id) return row;
  }
  return std::nullopt;
}

void MessageListModel::changed(int row, const QList<int>& roles) {
  Q_EMIT dataChanged(index(row), index(row), roles);
}

}  // namespace canter::ui
