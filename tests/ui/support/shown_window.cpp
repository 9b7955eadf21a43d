#include "support/shown_window.h"

#include <QAccessible>
#include <QTest>
#include <utility>

namespace canter::ui {
namespace {

QStringList complaints;

void note_complaint(QtMsgType type, const QMessageLogContext&, const QString& message) {
  // A list may be making messages beforehand when the window closes.
  if (message.contains(QLatin1String("items in the process of being created"))) return;
  if (type != QtDebugMsg && type != QtInfoMsg) complaints += message;
}

WindowOptions complete(WindowOptions options) {
  if (options.scheme.isEmpty()) options.scheme = QStringLiteral("light");
  if (options.model.isEmpty()) options.model = QStringLiteral("starter");
  return options;
}

bool is_called(QQuickItem* item, const QString& name) {
  const auto* face = QAccessible::queryAccessibleInterface(item);
  return face && face->text(QAccessible::Name) == name;
}

}  // namespace

void visit_items(QQuickItem* item, const std::function<void(QQuickItem*)>& visit) {
  visit(item);
  for (QQuickItem* child : item->childItems()) visit_items(child, visit);
}

void visit_visible_items(QQuickItem* item, const std::function<void(QQuickItem*)>& visit) {
  if (!item->isVisible()) return;
  visit(item);
  for (QQuickItem* child : item->childItems()) visit_visible_items(child, visit);
}

QStringList take_complaints() {
  qInstallMessageHandler(note_complaint);
  return std::exchange(complaints, {});
}

ShownWindow::ShownWindow(FakeEngine::Script script, WindowOptions options)
    : ShownWindow(
          [&](std::function<void()> wake) {
            auto link = std::make_unique<FakeEngine>(std::move(script), std::move(wake));
            engine = link.get();
            return link;
          },
          complete(std::move(options))) {}

ShownWindow::ShownWindow(const EngineLinkFactory& connect_engine, const WindowOptions& options)
    : main(connect_engine, options) {
  main.show();
  chat = &controller<ChatController>("chat");
  session = &controller<Session>("session");
}

void ShownWindow::show_page(const QString& page) {
  window().setProperty("page", page);
  QTest::qWait(150);
}

QQuickItem* ShownWindow::find(const QString& accessible_name) {
  QQuickItem* found = nullptr;
  visit_visible_items(window().contentItem(), [&](QQuickItem* item) {
    if (!found && is_called(item, accessible_name)) found = item;
  });
  return found;
}

QQuickItem* ShownWindow::find_button(const QString& accessible_name) {
  QQuickItem* found = nullptr;
  visit_visible_items(window().contentItem(), [&](QQuickItem* item) {
    if (!found && item->inherits("QQuickAbstractButton") && is_called(item, accessible_name))
      found = item;
  });
  return found;
}

bool ShownWindow::click(const QString& accessible_name, Qt::MouseButton button) {
  QQuickItem* item = find_button(accessible_name);
  if (!item) item = find(accessible_name);
  if (!item) return false;
  QTest::mouseClick(&window(), button, {},
                    item->mapToScene({item->width() / 2, item->height() / 2}).toPoint());
  return true;
}

void ShownWindow::type(const QString& text) {
  for (const QChar c : text) QTest::keyClick(&window(), c.toLatin1());
}

}  // namespace canter::ui
