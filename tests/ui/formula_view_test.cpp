#include <QClipboard>
#include <QGuiApplication>
#include <QImage>
#include <QPainter>
#include <QQmlComponent>
#include <QQmlEngine>
#include <QQuickItem>
#include <QQuickWindow>
#include <QTest>
#include <QTextBlock>
#include <QTextDocument>
#include <QTextLayout>
#include <memory>

#include "blocks/markdown.h"
#include "math/font.h"
#include "math/formula_html.h"
#include "math/inline_formulas.h"
#include "support/shown_window.h"

namespace canter::ui {
namespace {

using math::FormulaItem;
using math::InlineFormulas;

std::vector<Block> blocks_of(const char* text) {
  return parse_markdown(QByteArray(text)).blocks;
}

template <typename Type>
Type* find_child(QQuickItem* item) {
  if (auto* found = qobject_cast<Type*>(item)) return found;
  const auto children = item->childItems();
  for (QQuickItem* child : children)
    if (auto* found = find_child<Type>(child)) return found;
  return nullptr;
}

/// A component of the window in a window of its own.
class Shown {
 public:
  Shown(const char* type, const QVariantMap& properties, int width = 400) {
    engine_.addImportPath(QStringLiteral("qrc:/qt/qml"));
    QQmlComponent component(&engine_);
    component.setData(QByteArray("import QtQuick\nimport Canter.Blocks\n") + type + " {}", QUrl());
    auto* made = qobject_cast<QQuickItem*>(component.createWithInitialProperties(properties));
    if (made == nullptr) qFatal("%s", qPrintable(component.errorString()));
    item.reset(made);
    item->setParentItem(window_.contentItem());
    item->setWidth(width);
    window_.resize(width, 400);
    window_.show();
    settle();
  }
  void settle() {
    if (!QTest::qWaitForWindowExposed(&window_)) qFatal("no window");
    window_.grabWindow();
  }

 private:
  QQmlEngine engine_;
  QQuickWindow window_;

 public:
  std::unique_ptr<QQuickItem> item;
};

QVariantMap text_of(const char* markdown) {
  const Block block = blocks_of(markdown).at(0);
  return {{QStringLiteral("html"), block.html}, {QStringLiteral("plainText"), block.text}};
}

QVariantMap formula_of(const QString& tex) {
  return {{QStringLiteral("formula"), QStringLiteral("readable")}, {QStringLiteral("source"), tex}};
}

}  // namespace

class FormulaViewTest : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void initTestCase();
  void formulas_stand_on_the_baseline_of_their_text();
  void formulas_stand_in_text_from_right_to_left();
  void a_formula_alone_stands_as_high_as_text();
  void lines_with_tall_formulas_are_higher();
  void text_that_grows_keeps_its_formulas();
  void selected_formulas_are_copied_as_readable_text();
  void a_wide_formula_scrolls();
  void what_cannot_be_set_is_shown_as_text();
  void documents_for_paper_draw_their_formulas();
  void long_formulas_break_and_stay_with_their_bracket();
  void signs_behind_a_formula_do_not_begin_a_line();
  void what_was_searched_is_marked_in_the_cells_of_tables();
};

void FormulaViewTest::initTestCase() {
  if (math::math_font() == nullptr) QSKIP("built without HarfBuzz or a font for mathematics");
}

void FormulaViewTest::formulas_stand_on_the_baseline_of_their_text() {
  const Shown shown("RichText", text_of("so $x_1$ is $\\frac{1}{2}$ here"));
  const auto* formulas = find_child<InlineFormulas>(shown.item.get());
  QCOMPARE(formulas->items().size(), 2u);
  const QTextDocument& text = *formulas->document()->textDocument();
  const QTextLine line = text.firstBlock().layout()->lineAt(0);
  double end = line.cursorToX(3);
  QVERIFY(end > 0);
  for (const FormulaItem* item : formulas->items()) {
    QVERIFY(item->x() + item->origin().x() >= end);
    end = item->x() + item->width() - item->origin().x();
    QVERIFY(std::abs(item->y() + item->origin().y() - line.y() - line.ascent()) < 0.01);
  }
  QVERIFY(end < line.naturalTextWidth());
}

void FormulaViewTest::formulas_stand_in_text_from_right_to_left() {
  const Shown shown("RichText", text_of("المعادلة $x^2$ تصف $r$"));
  const auto& items = find_child<InlineFormulas>(shown.item.get())->items();
  QCOMPARE(items.size(), 2u);
  QVERIFY(items[0]->x() > items[1]->x());
  QVERIFY(items[0]->x() + items[0]->width() < shown.item->width());
}

void FormulaViewTest::a_formula_alone_stands_as_high_as_text() {
  const Shown alone("RichText", text_of("$x$")), beside("RichText", text_of("so $x$"));
  const auto place = [](const Shown& shown) {
    return find_child<InlineFormulas>(shown.item.get())->items().at(0)->y();
  };
  QCOMPARE(place(alone), place(beside));
  QCOMPARE(alone.item->implicitHeight(), beside.item->implicitHeight());
}

void FormulaViewTest::lines_with_tall_formulas_are_higher() {
  const Shown plain("RichText", text_of("so x is")), low("RichText", text_of("so $x$ is")),
      tall("RichText", text_of("so $\\begin{pmatrix} a \\\\ b \\\\ c \\end{pmatrix}$ is"));
  QCOMPARE(low.item->implicitHeight(), plain.item->implicitHeight());
  QVERIFY(tall.item->implicitHeight() > 2 * plain.item->implicitHeight());
  const FormulaItem* item = find_child<InlineFormulas>(tall.item.get())->items().at(0);
  QVERIFY(item->y() + item->origin().x() > 0);
  QVERIFY(item->y() + item->height() - item->origin().x() <= tall.item->implicitHeight());
  QVERIFY(tall.item->property("lowered").toReal() > 5);
  QCOMPARE(low.item->property("lowered").toReal(), 0.0);
}

void FormulaViewTest::text_that_grows_keeps_its_formulas() {
  Shown shown("RichText", text_of("so $x$ is"));
  const auto* formulas = find_child<InlineFormulas>(shown.item.get());
  const FormulaItem* first = formulas->items().at(0);
  shown.item->setProperty("html", text_of("so $x$ is more than $y$").value(QStringLiteral("html")));
  shown.settle();
  QCOMPARE(formulas->items().size(), 2u);
  QCOMPARE(formulas->items().at(0), first);
  shown.item->setProperty("html", QStringLiteral("so"));
  shown.settle();
  QVERIFY(formulas->items().empty());
}

void FormulaViewTest::selected_formulas_are_copied_as_readable_text() {
  Shown shown("RichText", text_of("so ($x_1^2$) and $a \\le b$"));
  shown.item->forceActiveFocus();
  QMetaObject::invokeMethod(shown.item.get(), "selectAll");
  QTest::keySequence(shown.item->window(), QKeySequence::Copy);
  QCOMPARE(QGuiApplication::clipboard()->text(), QStringLiteral("so (x₁²) and a ≤ b"));
  for (const FormulaItem* item : find_child<InlineFormulas>(shown.item.get())->items())
    QCOMPARE(item->color(), shown.item->property("selectedTextColor").value<QColor>());
}

void FormulaViewTest::a_wide_formula_scrolls() {
  const auto flickable = [](const Shown& shown) {
    QQuickItem* drawn = find_child<FormulaItem>(shown.item.get());
    return drawn->parentItem()->parentItem();
  };
  const QString wide = QStringLiteral("a+b+c+d+e+f+g+h+i+j+k+l+m+n+o+p+q+r+s+t+u+v+w+x+y+z");
  const Shown narrow("MathBlock", formula_of(wide), 200), broad("MathBlock", formula_of(wide), 800);
  QVERIFY(flickable(narrow)->property("interactive").toBool());
  QVERIFY(!flickable(broad)->property("interactive").toBool());
  const auto* drawn = find_child<FormulaItem>(broad.item.get());
  QVERIFY(std::abs(drawn->x() + drawn->width() / 2 - 400) < 1);
  QVERIFY(narrow.item->implicitHeight() > broad.item->implicitHeight());
}

void FormulaViewTest::what_cannot_be_set_is_shown_as_text() {
  const Shown shown("MathBlock", formula_of(QStringLiteral("x+").repeated(50'000)));
  QVERIFY(!find_child<FormulaItem>(shown.item.get())->known());
  QVERIFY(shown.item->implicitHeight() > 10);
  const QString html = blocks_of("so $\\frac{1}{2}$ $$x$$ `$y$`").at(0).html;
  QVERIFY(html.contains(QStringLiteral("<img ")));
  const QByteArray huge = "so $" + QByteArray("x+").repeated(20'000) + "$";
  QVERIFY(!blocks_of(huge.constData()).at(0).html.contains(QStringLiteral("<img ")));
}

void FormulaViewTest::documents_for_paper_draw_their_formulas() {
  const auto ink_of = [](const QString& html) {
    QTextDocument document;
    document.setHtml(math::with_room(html, 20));
    math::draw_formulas_of(document, 20);
    QImage image(200, 200, QImage::Format_Grayscale8);
    image.fill(Qt::white);
    QPainter painter(&image);
    document.drawContents(&painter);
    painter.end();
    QRect ink;
    for (int y = 0; y < image.height(); ++y)
      for (int x = 0; x < image.width(); ++x)
        if (image.pixelColor(x, y).lightness() < 128) ink |= QRect(x, y, 1, 1);
    return ink;
  };
  QVERIFY(ink_of(QString()).isEmpty());
  const QRect low = ink_of(math::formula_html(QStringLiteral("x"), false));
  const QRect tall = ink_of(math::formula_html(QStringLiteral("\\frac{a}{b}"), true));
  QVERIFY(low.height() > 5 && low.height() < 20);
  QVERIFY(tall.height() > 2 * low.height());
}

void FormulaViewTest::long_formulas_break_and_stay_with_their_bracket() {
  const Shown shown("RichText",
                    text_of("so $a+b+c+d+e+f+g+h=i+j+k+l+m+n+o+p+q+r+s+t+u+v$, and ($x$)"), 160);
  const auto* formulas = find_child<InlineFormulas>(shown.item.get());
  QVERIFY(formulas->items().size() > 2);
  for (const FormulaItem* item : formulas->items())
    QVERIFY(item->x() + item->width() < 160 + 2 * item->origin().x());
  QVERIFY(formulas->items().front()->y() < formulas->items().back()->y());
  const QTextBlock text = formulas->document()->textDocument()->firstBlock();
  for (int i = 0; i < text.layout()->lineCount(); ++i) {
    const QTextLine line = text.layout()->lineAt(i);
    const QString words =
        text.text().mid(line.textStart(), line.textLength()).remove(math::kNoBreak);
    QVERIFY(!words.trimmed().endsWith(u'('));
  }
}

void FormulaViewTest::signs_behind_a_formula_do_not_begin_a_line() {
  for (int width = 60; width < 200; width += 7) {
    const Shown shown("RichText", text_of("for $a$, $b$, $c$; ($d$), $e$."), width);
    const auto* formulas = find_child<InlineFormulas>(shown.item.get());
    const QTextBlock text = formulas->document()->textDocument()->firstBlock();
    for (int i = 0; i < text.layout()->lineCount(); ++i) {
      const QChar first = text.text()[text.layout()->lineAt(i).textStart()];
      QVERIFY2(!QStringLiteral(",;.)").contains(first), qPrintable(QString::number(width)));
    }
    QCOMPARE(formulas->text_between(0, text.length() - 1), QStringLiteral("for a, b, c; (d), e."));
  }
}

void FormulaViewTest::what_was_searched_is_marked_in_the_cells_of_tables() {
  BlockListModel blocks;
  blocks.set_text(QStringLiteral("| a | b |\n|:-:|:-:|\n| one | *two* words |\n"));
  const Shown shown("BlockView", {{QStringLiteral("model"), QVariant::fromValue(&blocks)}});
  QVariant block;
  QVERIFY(QMetaObject::invokeMethod(shown.item.get(), "reveal", Q_RETURN_ARG(QVariant, block),
                                    Q_ARG(QVariant, QStringLiteral("Words"))));
  QStringList marked;
  visit_items(shown.item.get(), [&](QQuickItem* each) {
    if (const QString text = each->property("selectedText").toString(); !text.isEmpty())
      marked += text;
  });
  QCOMPARE(marked, QStringList{QStringLiteral("words")});
}

}  // namespace canter::ui

QTEST_MAIN(canter::ui::FormulaViewTest)
#include "formula_view_test.moc"
