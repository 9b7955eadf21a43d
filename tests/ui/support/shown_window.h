#pragma once

#include <QQuickItem>
#include <QQuickWindow>
#include <functional>

#include "support/canned_conversations.h"
#include "window/main_window.h"

namespace canter::ui {

/// `item` and all below it, those out of sight included.
void visit_items(QQuickItem* item, const std::function<void(QQuickItem*)>& visit);
/// What can be seen.
void visit_visible_items(QQuickItem* item, const std::function<void(QQuickItem*)>& visit);

/// Warnings of Qt and QML since the last call; empty it before a test, look at it behind it.
QStringList take_complaints();

/// The window on a fake engine, with what a person would look for in it.
struct ShownWindow {
  explicit ShownWindow(FakeEngine::Script script = canned_script(), WindowOptions options = {});
  /// On another engine.
  ShownWindow(const EngineLinkFactory& connect_engine, const WindowOptions& options);

  QQuickWindow& window() { return *main.window(); }
  template <typename Controller>
  Controller& controller(const char* property) {
    return *window().property(property).value<Controller*>();
  }
  void show_page(const QString& page);
  /// The first that can be seen and is called so by a screen reader; nullptr when there is none.
  QQuickItem* find(const QString& accessible_name);
  /// Something to press, should a heading have the same name.
  QQuickItem* find_button(const QString& accessible_name);
  bool click(const QString& accessible_name, Qt::MouseButton button = Qt::LeftButton);
  void type(const QString& text);

  FakeEngine* engine = nullptr;  ///< nullptr: it is another
  MainWindow main;
  ChatController* chat = nullptr;
  Session* session = nullptr;
};

}  // namespace canter::ui
