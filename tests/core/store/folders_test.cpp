#include "core/store/store_support.h"

namespace canter::test {
namespace {

using testing::HasSubstr;
using testing::IsEmpty;
using testing::SizeIs;

class FoldersTest : public StoreTest {
 protected:
  std::optional<FolderId> folder_of(ConversationId conversation) {
    return value_of(store.conversation(conversation)).folder;
  }

  Store store = open();
  ConversationId id = value_of(store.create_conversation()).id;
};

TEST_F(FoldersTest, keep_their_name_and_whether_they_are_collapsed) {
  const Folder work = value_of(store.create_folder("  Work\nand more "));
  EXPECT_EQ(work.name, "Work and more");
  ASSERT_TRUE(store.rename_folder(work.id, "Travel"));
  ASSERT_TRUE(store.collapse_folder(work.id, true));
  const auto folders = value_of(store.folders());
  ASSERT_THAT(folders, SizeIs(1));
  EXPECT_EQ(folders[0], (Folder{work.id, "Travel", true, work.created}));
}

TEST_F(FoldersTest, hold_conversations_and_let_go_of_them) {
  const Folder work = value_of(store.create_folder("Work"));
  EXPECT_EQ(folder_of(id), std::nullopt);
  ASSERT_TRUE(store.move_conversation(id, work.id));
  EXPECT_EQ(folder_of(id), work.id);
  EXPECT_EQ(folder_of(value_of(store.duplicate_conversation(id, "copy")).id), work.id);
  ASSERT_TRUE(store.move_conversation(id, std::nullopt));
  EXPECT_EQ(folder_of(id), std::nullopt);
}

TEST_F(FoldersTest, that_are_deleted_leave_their_conversations) {
  const Folder work = value_of(store.create_folder("Work"));
  ASSERT_TRUE(store.move_conversation(id, work.id));
  ASSERT_TRUE(store.delete_folder(work.id));
  EXPECT_THAT(value_of(store.folders()), IsEmpty());
  EXPECT_EQ(folder_of(id), std::nullopt);
  EXPECT_TRUE(value_of(store.check()).ok());
}

TEST_F(FoldersTest, that_were_deleted_come_back_with_their_conversations) {
  const Folder work = value_of(store.create_folder("Work"));
  const ConversationId moved = value_of(store.duplicate_conversation(id, "moved")).id;
  const ConversationId trashed = value_of(store.duplicate_conversation(id, "trashed")).id;
  for (const ConversationId each : {id, moved, trashed})
    ASSERT_TRUE(store.move_conversation(each, work.id));
  ASSERT_TRUE(store.trash_conversation(trashed));
  ASSERT_TRUE(store.collapse_folder(work.id, true));
  const DeletedFolder deleted = value_of(store.delete_folder(work.id));
  const Folder other = value_of(store.create_folder("Other"));
  ASSERT_TRUE(store.move_conversation(moved, other.id));
  ASSERT_TRUE(store.restore_folder(deleted));
  const auto folders = value_of(store.folders());
  ASSERT_THAT(folders, SizeIs(2));
  const Folder& back = folders[1];
  EXPECT_EQ(back.name, "Work");
  EXPECT_TRUE(back.collapsed);
  EXPECT_EQ(back.created, work.created);
  EXPECT_EQ(folder_of(id), back.id);
  EXPECT_EQ(folder_of(trashed), back.id);
  EXPECT_EQ(folder_of(moved), other.id);
}

TEST_F(FoldersTest, that_are_not_there_are_refused) {
  EXPECT_THAT(store.rename_folder(9, "Work").error().message, HasSubstr("folder 9"));
  EXPECT_EQ(store.delete_folder(9).error().kind, ErrorKind::kUsage);
  EXPECT_EQ(store.move_conversation(id, 9).error().kind, ErrorKind::kUsage);
  EXPECT_EQ(store.create_folder(" ").error().kind, ErrorKind::kUsage);
}

TEST_F(FoldersTest, are_named_in_exports) {
  const Folder work = value_of(store.create_folder("Work"));
  ASSERT_TRUE(store.move_conversation(id, work.id));
  EXPECT_THAT(value_of(export_json(store)), HasSubstr(R"("folder": "Work")"));
  EXPECT_THAT(value_of(export_markdown(store)), HasSubstr("*Folder: Work*"));
}

}  // namespace
}  // namespace canter::test
