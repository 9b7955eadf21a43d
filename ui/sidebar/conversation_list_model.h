#pragma once

#include <QtQml/qqmlregistration.h>
#include <QAbstractListModel>
#include <QSet>
#include <QTimer>
#include <QVariantList>
#include <map>
#include <vector>

#include "store/records.h"

namespace canter::ui {

/// The conversations outside the trash: pinned ones, then folders with what is in them, then the
/// others, each time the one that changed last first. What is in a collapsed folder has no row.
class ConversationListModel : public QAbstractListModel {
  Q_OBJECT
  QML_ELEMENT
  QML_UNCREATABLE("made by SidebarController")
  Q_PROPERTY(int count READ count NOTIFY countChanged)
  /// `id` and `name` of each, by name.
  Q_PROPERTY(QVariantList folders READ folder_list NOTIFY foldersChanged)

 public:
  enum Role {
    kConversation = Qt::UserRole,  ///< its number; 0: the row is a folder
    kFolder,                       ///< that the row is, or is in; 0: none
    kTitle,                        ///< never empty
    kWhen,                         ///< relative time
    kPinned,
    kSection,    ///< `Pinned`, `Folders`, `Today` and so on
    kAnswering,  ///< an answer is wanted or being given in it
    kCollapsed,  ///< of a folder
    kChats,      ///< how many are in a folder
  };

  explicit ConversationListModel(QObject* parent = nullptr);

  int rowCount(const QModelIndex& parent = {}) const override;
  QVariant data(const QModelIndex& index, int role) const override;
  QHash<int, QByteArray> roleNames() const override;
  int count() const { return rowCount(); }
  QVariantList folder_list() const;

  void reset(const std::vector<Conversation>& conversations);
  void set_folders(std::vector<Folder> folders);
  /// Adds, updates and moves a conversation, or takes it out when it is in the trash.
  void put(const Conversation& conversation);
  void set_answering(ConversationId id, bool answering);

  /// -1 when it has no row.
  Q_INVOKABLE int rowOf(qint64 id) const;
  Q_INVOKABLE int rowOfFolder(qint64 id) const;
  bool contains(qint64 id) const { return conversations_.contains(id); }
  QString title(qint64 id) const;
  /// Empty when there is none.
  QString folder_name(qint64 id) const;

 Q_SIGNALS:
  void countChanged();
  void foldersChanged();

 private:
  struct Row {
    ConversationId conversation = 0;
    FolderId folder = 0;  ///< the row is this folder

    bool operator==(const Row&) const = default;
  };

  const Folder* folder(qint64 id) const;
  /// 0 where it is in none, or in one that is gone.
  FolderId folder_of(const Conversation& conversation) const;
  QVariant conversation_data(const Conversation& conversation, int role) const;
  QVariant folder_data(const Folder& folder, int role) const;
  std::vector<Row> arranged() const;
  /// Makes the rows what they should be, by single steps that views can follow.
  void arrange();
  int place(const Row& row) const;
  void renew(int row);

  std::map<ConversationId, Conversation> conversations_;
  std::vector<Folder> folders_;  ///< by name
  std::vector<Row> rows_;
  QSet<ConversationId> answering_;
  QTimer minute_;
};

}  // namespace canter::ui
