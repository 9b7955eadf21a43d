#pragma once

#include <list>
#include <string>

#include "engine/session/download_messages.h"
#include "engine/session/event_queue.h"
#include "hub/download_list.h"

namespace canter::engine {

struct DownloadEntry {
  ListedDownload listed;
  Download shown;
  bool ask_again = false;  ///< the hub, which files belong to it
  bool kept = false;       ///< it is in the list on the disk

  /// What is told of it becomes what is listed, with what is on the disk.
  void describe();
};

/// The downloads that were asked for, as they are kept on the disk and shown. Belongs to one
/// thread.
class DownloadEntries {
 public:
  explicit DownloadEntries(EventQueue& events) : events_(&events) {}

  std::list<DownloadEntry>& all() { return entries_; }
  /// nullptr: there is none.
  DownloadEntry* find(DownloadId id);
  DownloadEntry* find(const std::string& source);
  DownloadEntry* first_waiting();

  /// What other programs wrote into the list meanwhile counts for all that is not busy here;
  /// `running` is, and may be null.
  void read(const DownloadEntry* running);
  DownloadEntry& add(ListedDownload listed, DownloadState state);
  /// Writes it down and shows the list.
  void keep(DownloadEntry& entry);
  /// Takes it out of the list on the disk.
  void forget(const ListedDownload& listed);
  /// The same, and out of this one.
  void remove(DownloadEntry& entry);
  void show() const;
  /// Whether the list on the disk was understood.
  bool writable() const { return writable_; }

 private:
  void report(const Result<void>& written);

  EventQueue* events_;
  std::list<DownloadEntry> entries_;
  DownloadId last_id_ = 0;
  bool writable_ = true;
};

}  // namespace canter::engine
