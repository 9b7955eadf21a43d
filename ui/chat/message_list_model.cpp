#include "chat/message_list_model.h"

#include <algorithm>
#include <iterator>
#include <map>

#include "chat/message_text.h"
#include "engine/engine.h"
#include "session/place_words.h"

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
  bool context_full = false;  ///< that ended an answer
  QString model;              ///< that wrote an answer
  QString model_path;
  QString adapter;  ///< that drafted it
  engine::LeftOut left_out;
  Timestamp created = 0;
  AnswerStatistics statistics;
  Thought thought;  ///< before an answer
  BlockListModel blocks;
  QString question;  ///< the whole, with its attachments
  QList<Attachment> attachments;
  std::map<int, std::unique_ptr<BlockListModel>> opened;  ///< attachments that were looked at
  Versions versions;

  const QString& text() const { return from_user ? question : blocks.text(); }

  void set_text(const QString& text) {
    if (!from_user) return blocks.set_text(text);
    question = text;
    MessageParts parts = split_message(text);
    blocks.set_text(parts.typed);
    attachments = std::move(parts.attachments);
    opened.clear();
  }

  QVariantList attachment_list() const {
    QVariantList list;
    for (const Attachment& each : attachments)
      list.append(
          QVariantMap{{QStringLiteral("name"), each.name},
                      {QStringLiteral("details"),
                       MessageListModel::tr("%n character(s)", nullptr, int(each.text.size()))}});
    return list;
  }

  void note_origin(const Message& answer) {
    model = QString::fromStdString(answer.model);
    model_path = QString::fromStdString(answer.model_path);
    adapter = QString::fromStdString(engine::read_adapter(answer));
    left_out = engine::read_left_out(answer);
    created = answer.created;
  }

  QString details() const {
    QStringList parts{origin_lines(model, adapter, created), statistics_details(statistics)};
    parts.removeAll(QString());
    return parts.join(u'\n');
  }

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
    case kBlocks:
      return QVariant::fromValue(&row.blocks);
    case kAttachments:
      return row.attachment_list();
    case kThought:
      return QVariant::fromValue(&row.thought);
    case kStatus:
      return row.status;
    case kNote:
      return note(index.row());
    case kStatistics:
      return figures_line(row.model_path == current_model_ ? QString() : row.model, row.statistics);
    case kDetails:
      return row.details();
    case kEmpty:
      return row.text().isEmpty();
    case kVersion:
      return row.version() + 1;
    case kVersions:
      return int(row.versions.size());
    case kContinuation:
      return continuation(index.row());
    case kLeftOut:
      if (left_out_.messages == 0 || index.row() != left_out_.first + left_out_.messages)
        return QString();
      return left_out_.first == 0
                 ? tr("%n earlier message(s) are no longer read", nullptr, left_out_.messages)
                 : tr("%n message(s) before this are no longer read", nullptr, left_out_.messages);
    case Qt::DisplayRole:
      return row.text();
    default:
      return {};
  }
}

QHash<int, QByteArray> MessageListModel::roleNames() const {
  return {{kFromUser, "fromUser"},     {kBlocks, "blocks"},     {kAttachments, "attachments"},
          {kThought, "thought"},       {kStatus, "status"},     {kNote, "note"},
          {kStatistics, "statistics"}, {kDetails, "details"},   {kEmpty, "empty"},
          {kVersion, "version"},       {kVersions, "versions"}, {kContinuation, "continuation"},
          {kLeftOut, "leftOut"}};
}

void MessageListModel::set_current_model(const QString& path) {
  if (path == current_model_) return;
  current_model_ = path;
  if (count() > 0)
    Q_EMIT dataChanged(index(0), index(count() - 1), {kStatistics, kContinuation, kNote});
}

void MessageListModel::set_when_full(engine::WhenFull wish) {
  if (wish == when_full_) return;
  when_full_ = wish;
  if (count() > 0) changed(count() - 1, {kContinuation, kNote});
}

int MessageListModel::turns_read() const {
  int turns = 0;
  for (int row = 0; row < count(); ++row) {
    const bool left_out = row >= left_out_.first && row < left_out_.first + left_out_.messages;
    if (!left_out && rows_[std::size_t(row)]->from_user) ++turns;
  }
  return turns;
}

MessageListModel::Continuation MessageListModel::continuation(int number) const {
  const Row& row = *rows_[std::size_t(number)];
  const bool ended_early =
      row.status == Stopped || row.status == Interrupted || row.status == Failed;
  if (number != count() - 1 || row.from_user || !row.begun() || !ended_early ||
      place_of_source(current_model_))
    return NotAtAll;
  if (!row.context_full) return AsItIs;
  // Room comes from turns that are left out, and the last one never is.
  const int turns = turns_read();
  const int kept = when_full_ == engine::WhenFull::kDropMiddle ? 2 : 1;
  if (when_full_ != engine::WhenFull::kStop && turns > kept) return AsItIs;
  const bool drops_oldest = when_full_ == engine::WhenFull::kDropOldest;
  return turns > 1 && !drops_oldest ? WithoutTheOldest : NotAtAll;
}

QString MessageListModel::note(int number) const {
  const Row& row = *rows_[std::size_t(number)];
  const bool last = number == count() - 1;
  if (!row.context_full || !last || continuation(number) != NotAtAll) return row.note;
  return tr(
      "The model's context is full with this turn alone. Ask for less at a time, or open a "
      "model with a longer context.");
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
  if (count() > 0)
    changed(count() - 1, {kContinuation, kNote});
  else
    left_out_ = {};
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
  note_left_out();
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
    row->context_full = message.error == engine::kContextFull;
    row->note_origin(message);
    row->statistics = engine::read_statistics(message);
    row->thought.finish(QString::fromStdString(message.thinking), message.thinking_ms);
    row->set_text(QString::fromStdString(message.content));
  }
  for (BlockListModel* blocks : {&row->blocks, row->thought.blocks()})
    connect(blocks, &BlockListModel::codeSaveWanted, this, &MessageListModel::codeSaveWanted);
  beginInsertRows({}, count(), count());
  rows_.push_back(std::move(row));
  endInsertRows();
  if (count() > 1) changed(count() - 2, {kContinuation, kNote});
  Q_EMIT countChanged();
}

// An answer that ended early is being continued.
void MessageListModel::await(int row) {
  rows_[std::size_t(row)]->status = Waiting;
  rows_[std::size_t(row)]->note.clear();
  rows_[std::size_t(row)]->context_full = false;
  changed(row, {kStatus, kNote, kContinuation});
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
  finished.context_full = answer.error == engine::kContextFull;
  finished.note_origin(answer);
  finished.statistics = statistics;
  finished.thought.finish(QString::fromStdString(answer.thinking), answer.thinking_ms);
  finished.set_text(QString::fromStdString(answer.content));
  changed(*row, {kStatus, kNote, kStatistics, kDetails, kEmpty, kContinuation});
  note_left_out();
}

QString MessageListModel::text(int row) const {
  return row >= 0 && row < count() ? rows_[std::size_t(row)]->text() : QString();
}

Thought* MessageListModel::thought(int row) const {
  return row >= 0 && row < count() ? &rows_[std::size_t(row)]->thought : nullptr;
}

QList<Attachment> MessageListModel::attachments(int row) const {
  return row >= 0 && row < count() ? rows_[std::size_t(row)]->attachments : QList<Attachment>();
}

BlockListModel* MessageListModel::attachment(int row, int number) {
  const QList<Attachment> all = attachments(row);
  if (number < 0 || number >= all.size()) return nullptr;
  auto& opened = rows_[std::size_t(row)]->opened[number];
  if (!opened) {
    opened = std::make_unique<BlockListModel>(this);
    opened->set_text(as_listing(all[number]));
    connect(opened.get(), &BlockListModel::codeSaveWanted, this, &MessageListModel::codeSaveWanted);
  }
  return opened.get();
}

QStringList MessageListModel::questions() const {
  QStringList asked;
  for (const auto& row : rows_)
    if (row->from_user) asked += row->text();
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

void MessageListModel::note_left_out() {
  engine::LeftOut now;
  for (auto row = rows_.rbegin(); row != rows_.rend(); ++row) {
    if ((*row)->from_user || (*row)->status == Waiting || (*row)->status == Streaming) continue;
    now = (*row)->left_out;
    break;
  }
  if (now == left_out_) return;
  left_out_ = now;
  Q_EMIT dataChanged(index(0), index(count() - 1), {kLeftOut, kContinuation, kNote});
}

void MessageListModel::changed(int row, const QList<int>& roles) {
  Q_EMIT dataChanged(index(row), index(row), roles);
}

}  // namespace canter::ui
