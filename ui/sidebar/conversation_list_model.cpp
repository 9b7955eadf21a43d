#include "sidebar/conversation_list_model.h"

#include <QDateTime>
#include <algorithm>
#include <tuple>

#include "sidebar/relative_time.h"

namespace canter::ui {
namespace {

bool newer(const Conversation* a, const Conversation* b) {
  return std::tuple(a->pinned, a->updated, a->id) > std::tuple(b->pinned, b->updated, b->id);
}

QString name_of(const Folder& folder) {
  return QString::fromStdString(folder.name);
}

}  // namespace

ConversationListModel::ConversationListModel(QObject* parent) : QAbstractListModel(parent) {
  minute_.setInterval(60'000);
  minute_.setTimerType(Qt::VeryCoarseTimer);
  connect(&minute_, &QTimer::timeout, this, [this] {
    if (count() > 0) Q_EMIT dataChanged(index(0), index(count() - 1), {kWhen, kSection});
  });
  minute_.start();
}

int ConversationListModel::rowCount(const QModelIndex& parent) const {
  return parent.isValid() ? 0 : int(rows_.size());
}

QVariant ConversationListModel::data(const QModelIndex& index, int role) const {
  if (!checkIndex(index, CheckIndexOption::IndexIsValid)) return {};
  const Row& row = rows_[std::size_t(index.row())];
  if (row.folder == 0) return conversation_data(conversations_.at(row.conversation), role);
  const Folder* found = folder(row.folder);
  return found ? folder_data(*found, role) : QVariant();
}

QVariant ConversationListModel::conversation_data(const Conversation& conversation,
                                                  int role) const {
  switch (role) {
    case kConversation:
      return qint64(conversation.id);
    case kFolder:
      return qint64(folder_of(conversation));
    case Qt::DisplayRole:
    case kTitle:
      return conversation.title.empty() ? tr("New chat")
                                        : QString::fromStdString(conversation.title);
    case kWhen:
      return relative_time(QDateTime::fromMSecsSinceEpoch(conversation.updated),
                           QDateTime::currentDateTime());
    case kPinned:
      return conversation.pinned;
    case kSection:
      if (folder_of(conversation) != 0) return tr("Folders");
      return conversation.pinned ? tr("Pinned")
                                 : age_section(QDateTime::fromMSecsSinceEpoch(conversation.updated),
                                               QDateTime::currentDateTime());
    case kAnswering:
      return answering_.contains(conversation.id);
    case kCollapsed:
      return false;
    case kChats:
      return 0;
    default:
      return {};
  }
}

QVariant ConversationListModel::folder_data(const Folder& folder, int role) const {
  switch (role) {
    case kConversation:
      return qint64(0);
    case kFolder:
      return qint64(folder.id);
    case Qt::DisplayRole:
    case kTitle:
      return name_of(folder);
    case kWhen:
      return QString();
    case kPinned:
    case kAnswering:
      return false;
    case kSection:
      return tr("Folders");
    case kCollapsed:
      return folder.collapsed;
    case kChats:
      return int(std::ranges::count_if(
          conversations_, [&](const auto& each) { return each.second.folder == folder.id; }));
    default:
      return {};
  }
}

QHash<int, QByteArray> ConversationListModel::roleNames() const {
  return {{kConversation, "conversation"},
          {kFolder, "folder"},
          {kTitle, "title"},
          {kWhen, "when"},
          {kPinned, "pinned"},
          {kSection, "section"},
          {kAnswering, "answering"},
          {kCollapsed, "collapsed"},
          {kChats, "chats"}};
}

QVariantList ConversationListModel::folder_list() const {
  QVariantList list;
  for (const Folder& each : folders_)
    list.append(QVariantMap{{QStringLiteral("id"), qint64(each.id)},
                            {QStringLiteral("name"), name_of(each)}});
  return list;
}

void ConversationListModel::reset(const std::vector<Conversation>& conversations) {
  beginResetModel();
  conversations_.clear();
  for (const Conversation& each : conversations)
    if (!each.trashed) conversations_[each.id] = each;
  rows_ = arranged();
  endResetModel();
  Q_EMIT countChanged();
}

void ConversationListModel::set_folders(std::vector<Folder> folders) {
  std::ranges::sort(folders, [](const Folder& a, const Folder& b) {
    const int order = QString::localeAwareCompare(name_of(a), name_of(b));
    return order != 0 ? order < 0 : a.id < b.id;
  });
  folders_ = std::move(folders);
  arrange();
  if (count() > 0) Q_EMIT dataChanged(index(0), index(count() - 1));
  Q_EMIT foldersChanged();
}

void ConversationListModel::put(const Conversation& conversation) {
  const auto before = conversations_.find(conversation.id);
  const FolderId left = before == conversations_.end() ? 0 : folder_of(before->second);
  if (conversation.trashed) {
    if (before == conversations_.end()) return;
    // Rows first: views ask for what is in them while they go.
    if (const int row = place({conversation.id, 0}); row >= 0) {
      beginRemoveRows({}, row, row);
      rows_.erase(rows_.begin() + row);
      endRemoveRows();
      Q_EMIT countChanged();
    }
    conversations_.erase(conversation.id);
  } else {
    conversations_[conversation.id] = conversation;
    arrange();
    renew(place({conversation.id, 0}));
  }
  for (const FolderId id : {left, folder_of(conversation)}) renew(place({0, id}));
}

void ConversationListModel::set_answering(ConversationId id, bool answering) {
  if (answering == answering_.contains(id)) return;
  if (answering) {
    answering_.insert(id);
  } else {
    answering_.remove(id);
  }
  if (const int row = rowOf(id); row >= 0) {
    Q_EMIT dataChanged(index(row), index(row), {kAnswering});
  }
}

int ConversationListModel::rowOf(qint64 id) const {
  return place({id, 0});
}

int ConversationListModel::rowOfFolder(qint64 id) const {
  return place({0, id});
}

QString ConversationListModel::title(qint64 id) const {
  const auto found = conversations_.find(id);
  return found == conversations_.end() ? QString()
                                       : conversation_data(found->second, kTitle).toString();
}

QString ConversationListModel::folder_name(qint64 id) const {
  const Folder* found = folder(id);
  return found ? name_of(*found) : QString();
}

const Folder* ConversationListModel::folder(qint64 id) const {
  const auto found =
      std::ranges::find_if(folders_, [id](const Folder& each) { return each.id == id; });
  return found == folders_.end() ? nullptr : &*found;
}

FolderId ConversationListModel::folder_of(const Conversation& conversation) const {
  return conversation.folder && folder(*conversation.folder) ? *conversation.folder : 0;
}

std::vector<ConversationListModel::Row> ConversationListModel::arranged() const {
  std::map<FolderId, std::vector<const Conversation*>> inside;
  for (const auto& [id, each] : conversations_) inside[folder_of(each)].push_back(&each);
  for (auto& [id, list] : inside) std::ranges::sort(list, newer);
  const std::vector<const Conversation*>& others = inside[0];
  const auto unpinned =
      std::ranges::find_if(others, [](const Conversation* each) { return !each->pinned; });
  std::vector<Row> rows;
  const auto add = [&rows](auto from, auto to) {
    for (; from != to; ++from) rows.push_back({(*from)->id, 0});
  };
  add(others.begin(), unpinned);
  for (const Folder& each : folders_) {
    rows.push_back({0, each.id});
    if (!each.collapsed) add(inside[each.id].begin(), inside[each.id].end());
  }
  add(unpinned, others.end());
  return rows;
}

void ConversationListModel::arrange() {
  const std::vector<Row> wanted = arranged();
  QSet<QPair<qint64, qint64>> stay;
  for (const Row& row : wanted) stay.insert({row.conversation, row.folder});
  const int before = count();
  for (int row = count() - 1; row >= 0; --row) {
    const Row& each = rows_[std::size_t(row)];
    if (stay.contains({each.conversation, each.folder})) continue;
    beginRemoveRows({}, row, row);
    rows_.erase(rows_.begin() + row);
    endRemoveRows();
  }
  for (int row = 0; row < int(wanted.size()); ++row) {
    const Row& each = wanted[std::size_t(row)];
    if (row < count() && rows_[std::size_t(row)] == each) continue;
    const auto at = [this](int place) { return rows_.begin() + place; };
    if (const int from = place(each); from >= 0) {
      beginMoveRows({}, from, from, {}, row);
      std::rotate(at(row), at(from), at(from + 1));
      endMoveRows();
    } else {
      beginInsertRows({}, row, row);
      rows_.insert(at(row), each);
      endInsertRows();
    }
  }
  if (count() != before) Q_EMIT countChanged();
}

int ConversationListModel::place(const Row& row) const {
  const auto found = std::ranges::find(rows_, row);
  return found == rows_.end() || row == Row() ? -1 : int(found - rows_.begin());
}

void ConversationListModel::renew(int row) {
  if (row >= 0) Q_EMIT dataChanged(index(row), index(row));
}

}  // namespace canter::ui
