#include <QAbstractItemModelTester>
#include <QElapsedTimer>
#include <QRandomGenerator>
#include <QSignalSpy>
#include <QTest>

#include "blocks/block_list_model.h"
#include "blocks/highlight.h"
#include "blocks/link_opener.h"
#include "blocks/math_spans.h"
#include "math/math_text.h"
#include "support/block_samples.h"
#include "support/canned_conversations.h"

namespace canter::ui {
namespace {

std::vector<Block> blocks_of(const char* text) {
  return parse_markdown(QByteArray(text)).blocks;
}

std::vector<Block> blocks_of(const BlockListModel& model) {
  std::vector<Block> blocks;
  for (int row = 0; row < model.count(); ++row) {
    const auto value = [&](int role) { return model.data(model.index(row), role); };
    Block block;
    block.kind = Block::Kind(value(BlockListModel::kKind).toInt());
    block.level = value(BlockListModel::kLevel).toInt();
    block.indent = value(BlockListModel::kIndent).toInt();
    block.quotes = value(BlockListModel::kQuotes).toInt();
    block.direction = value(BlockListModel::kDirection).value<Qt::LayoutDirection>();
    block.marker = value(BlockListModel::kMarker).toString();
    block.html = value(BlockListModel::kHtml).toString();
    block.text = value(BlockListModel::kText).toString();
    block.language = value(BlockListModel::kLanguage).toString();
    for (const QVariant& cells : value(BlockListModel::kCells).toList())
      block.cells.append(cells.toStringList());
    for (const QVariant& column : value(BlockListModel::kColumns).toList())
      block.columns.append(Qt::Alignment(column.toInt()));
    block.first = value(BlockListModel::kFirst).toBool();
    block.last = value(BlockListModel::kLast).toBool();
    blocks.push_back(std::move(block));
  }
  return blocks;
}

const char* const kDocuments[] = {
    "One paragraph.\n\nAnother one\nwith two lines.\n\n",
    "# Title\n\nText\n\n## Next\nmore\n\n- a\n- b\n\n  still b\n\n- c\n\nEnd\n",
    "1. one\n\n2. two\n\n3. three\n\nBetween\n\n1. again\n",
    "```\ncode\n\nmore code\n\nText in code\n```\n\nText\n\n~~~py\nunclosed\n\nfor ever\n",
    "- item\n\n  ```cpp\n  int x;\n\n  int y;\n  ```\n\nText after\n\nmore\n",
    "> quote\n\n> another\n\nText\n> lazy\nline\n\nend\n",
    "| a | b |\n|---|--:|\n| 1 | 2 |\n| **3** | `4|` |\n\nText\n\nMore\n",
    "A [link][one] and\n\nmore [two].\n\n[one]: https://example.org\n[two]: /x\n\nend\n",
    "Price $5 and $10.\n\nMath $x^2$ and\n\n$$\na\n$$\n\nText \\(y\\) end\n\nmore\n",
    "中文段落。\n\n**粗体**文字😀\n\n- 列表\n- 第二\n\n结束\n",
    "line\r\nother\r\n\r\nparagraph\r\n\r\n* x\r\n",
    "Setext\n======\n\nText\n\nOther\n---\n\n***\n\nx\n",
    "a\n\n12\n\n13. thirteen\n\n- \n\nb\n\n    indented\n\nc\n",
    "<b>html</b> &amp; &lt;tag&gt; <script>x</script>\n\n<div>\n\ntext\n</div>\n\nend\n",
    "$$a$$\n\nso \\[b\\] costs $c$.\n\nmore\n",
    "```\na\n```x\n\nb\n```\n\ncosts $c$\n\n```d`e\n\nand $f$\n\nmore\n",
    "| a<br>b | `x \\| y` |\n|---|:-:|\n| 1<br/>2 | 20$<br>30$ "
    "|\n\none<br>\ntwo</br>three\n\nend\n",
    "It is 20$/day or 30$/week, set $a=$b.\n\nBut $n$th, $$5$$ and $$$.\n\nend\n",
    "- ١٢\n- عربي\n  > text\n- english\n\n> 1\n> שלום\n\nعربي\n\nend\n",
    "> > > > > > > > > > > > deep\n\n- - - - - - - - - - - - x\n\n![](a.png) ![b](c)\n\nend\n",
    "[a] and [b]\n\nmore\n\n> [a]: /a\n\nand\n\n- [b]: /b\n\nend\n\n[c\nd]: /c\n\nx [c d]\n",
};

}  // namespace

class BlocksTest : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void an_answer_is_cut_into_its_blocks();
  void html_and_images_are_shown_and_never_loaded();
  void an_address_ends_with_its_cell();
  void a_bar_in_a_tables_code_is_shown_without_its_escape();
  void break_tags_break_lines();
  void an_image_is_a_link_with_a_name();
  void lists_and_quotes_are_read_from_their_side();
  void columns_without_an_alignment_have_none();
  void nesting_without_end_does_no_harm();
  void lists_keep_their_numbers_marks_and_depth();
  void long_code_and_endless_lines_are_cut_up();
  void text_that_grows_gives_the_blocks_of_the_whole();
  void what_is_settled_is_not_parsed_again();
  void rows_that_did_not_change_are_not_announced();
  void what_was_drafted_is_marked_where_it_stands();
  void prices_and_code_are_no_mathematics();
  void formulas_are_found_beside_money();
  void marks_without_an_end_are_walked_once();
  void formulas_become_readable();
  void listings_are_coloured_over_lines();
  void a_part_of_a_growing_listing_begins_as_the_part_before_ends();
  void a_listing_is_copied_whole();
  void a_listing_is_saved_and_wrapped_whole();
  void links_are_shown_as_they_are_and_only_pages_and_mail_open();
};

void BlocksTest::an_answer_is_cut_into_its_blocks() {
  const auto blocks = blocks_of(
      "# T\n\n**b** *i* ~~s~~ `c` [l](https://e.org)\n\n```py\nx = 1\n```\n\n---\n\n"
      "| a | b |\n|:--|--:|\n| 1 | 2 |\n\n> q\n\n$$x^2$$\n");
  QCOMPARE(blocks.size(), 7u);
  QCOMPARE(blocks[0].kind, Block::Heading);
  QCOMPARE(blocks[0].level, 1);
  QCOMPARE(blocks[1].text, QStringLiteral("b i s c l"));
  QCOMPARE(blocks[1].html,
           QStringLiteral("<b>b</b> <i>i</i> <s>s</s> <span class=\"code\">c</span> "
                          "<a href=\"https://e.org\">l</a>"));
  QCOMPARE(blocks[2].kind, Block::Code);
  QCOMPARE(blocks[2].language, QStringLiteral("py"));
  QCOMPARE(blocks[2].text, QStringLiteral("x = 1"));
  QCOMPARE(blocks[3].kind, Block::Rule);
  QCOMPARE(blocks[4].kind, Block::Table);
  QCOMPARE(blocks[4].cells, (QList<QStringList>{{QStringLiteral("a"), QStringLiteral("b")},
                                                {QStringLiteral("1"), QStringLiteral("2")}}));
  QCOMPARE(blocks[4].columns, (QList<Qt::Alignment>{Qt::AlignLeft, Qt::AlignRight}));
  QCOMPARE(blocks[5].quotes, 1);
  QCOMPARE(blocks[6].kind, Block::Math);
  QCOMPARE(blocks[6].text, QStringLiteral("x^2"));
}

void BlocksTest::html_and_images_are_shown_and_never_loaded() {
  const auto blocks =
      blocks_of("<img src=\"http://e.org/x.png\"> ![alt \"text\"](http://e.org/y.png) a<b&c\n");
  QCOMPARE(blocks.size(), 1u);
  QVERIFY(!blocks[0].html.contains(QStringLiteral("<img")));
  QVERIFY(blocks[0].html.contains(QStringLiteral("&lt;img src=")));
  QVERIFY(blocks[0].html.contains(QStringLiteral("<a href=\"http://e.org/y.png\">alt")));
  QVERIFY(blocks_of("[x](http://e.org/$a$)")[0].html.contains(
      QStringLiteral("<a href=\"http://e.org/$a$\">")));
  QVERIFY(blocks_of("[x](<javascript:alert(\"1\")>)")[0].html.contains(
      QStringLiteral("&quot;1&quot;")));
}

void BlocksTest::an_address_ends_with_its_cell() {
  const std::vector<Block> blocks = parse_markdown("http://.g|\n--:|\n\n$$\nx\n$$\n").blocks;
  QCOMPARE(blocks.size(), 2u);
  QVERIFY(blocks[0].cells[0].join(u',').endsWith(QStringLiteral(">http://.g</a>")));
  QCOMPARE(blocks[1].kind, Block::Math);
}

void BlocksTest::a_bar_in_a_tables_code_is_shown_without_its_escape() {
  const auto code = [](const char* text) {
    return QStringLiteral("<span class=\"code\">%1</span>").arg(QString::fromUtf8(text));
  };
  const auto table = blocks_of(
      "| a | b |\n|---|---|\n| `a \\| b` | x \\| y |\n| ``\\|\\| ` \\\\|`` | `\\d` |\n")[0];
  QCOMPARE(table.cells[1], (QStringList{code("a | b"), QStringLiteral("x | y")}));
  QCOMPARE(table.cells[2], (QStringList{code("|| ` \\|"), code("\\d")}));
  QCOMPARE(blocks_of("`a \\| b`")[0].html, code("a \\| b"));
  const auto drafted =
      parse_markdown("|a|\n|---|\n|`x\\|y`|\n", {{11, 14}, {14, 16}}).blocks[0].cells[1][0];
  QCOMPARE(drafted, code("<span class=\"drafted\">x</span><span class=\"drafted\">|y</span>"));
}

void BlocksTest::break_tags_break_lines() {
  const auto table = blocks_of("| a |\n|---|\n| one<br>two <BR /> **three<br/>four**</br> |\n")[0];
  QCOMPARE(table.cells[1][0], QStringLiteral("one<br/>two <br/> <b>three<br/>four</b>"));
  QVERIFY(table.text.endsWith(QStringLiteral("one two   three four")));
  const auto html = [](const char* text) { return blocks_of(text)[0].html; };
  QCOMPARE(html("<br>a<br><br>b<br>"), QStringLiteral("a<br/><br/>b"));
  QCOMPARE(html("a<br>\nb<br/>  \nc"), QStringLiteral("a<br/>b<br/>c"));
  QCOMPARE(html("# a<br>b"), QStringLiteral("a<br/>b"));
  QCOMPARE(html("www.e.org/x<br>y"),
           QStringLiteral("<a href=\"http://www.e.org/x\">www.e.org/x</a><br/>y"));
  for (const char* shown :
       {"`<br>`", "\\<br>", "&lt;br>", "<br onclick=x>", "<brx>", "< br>", "<br"})
    QVERIFY2(!html(shown).contains(QStringLiteral("<br/>")), shown);
  QCOMPARE(blocks_of("```\na<br>b\n```")[0].text, QStringLiteral("a<br>b"));
  QCOMPARE(blocks_of("a<br>\n$$x$$\n<br>b").size(), 3u);
}

void BlocksTest::an_image_is_a_link_with_a_name() {
  const auto text = [](const char* source) { return blocks_of(source)[0].text; };
  QCOMPARE(text("![a **map**](http://e.org/y.png)"), QStringLiteral("a map"));
  QCOMPARE(text("see ![](http://e.org/y.png) here"), QStringLiteral("see http://e.org/y.png here"));
  QVERIFY(blocks_of("![](x.png)")[0].html.endsWith(QStringLiteral(">x.png ↗</a>")));
}

void BlocksTest::lists_and_quotes_are_read_from_their_side() {
  const auto directions = [](const char* source) {
    QList<Qt::LayoutDirection> all;
    for (const Block& block : blocks_of(source)) all += block.direction;
    return all;
  };
  constexpr auto kLeft = Qt::LeftToRight;
  constexpr auto kRight = Qt::RightToLeft;
  constexpr auto kAuto = Qt::LayoutDirectionAuto;
  QCOMPARE(directions("abc\n\nعربي\n\n123\n"), (QList{kLeft, kRight, kAuto}));
  // All of a list stands on one side, what is in it too.
  QCOMPARE(directions("- عربي\n- Qt\n  - 12\n\n  ```\n  int x;\n  ```\n\nend"),
           (QList{kRight, kRight, kRight, kRight, kLeft}));
  QCOMPARE(directions("> ```\n> x\n> ```\n> שלום\n\n> left"), (QList{kAuto, kRight, kLeft}));
  QCOMPARE(directions("|مدينة|a|\n|---|---|\n|b|c|"), (QList{kRight}));
}

void BlocksTest::columns_without_an_alignment_have_none() {
  QCOMPARE(blocks_of("|a|b|c|d|\n|---|:--|:-:|--:|\n")[0].columns,
           (QList<Qt::Alignment>{{}, Qt::AlignLeft, Qt::AlignHCenter, Qt::AlignRight}));
}

void BlocksTest::nesting_without_end_does_no_harm() {
  QByteArray deeper;
  for (int i = 0; i < 600; ++i) deeper += QByteArray(2 * i, ' ') + "- x\n";
  for (const QByteArray& text :
       {QByteArray("> ").repeated(5000) + "x", QByteArray(">").repeated(20'000) + "x",
        QByteArray("- ").repeated(5000) + "x", QByteArray("1. ").repeated(5000) + "x", deeper,
        QByteArray("![").repeated(5000) + "x" + QByteArray("](y)").repeated(5000),
        QByteArray("*").repeated(5000) + "x" + QByteArray("*").repeated(5000),
        QByteArray("[").repeated(20'000), QByteArray("**a ").repeated(5000)}) {
    QElapsedTimer timer;
    timer.start();
    const auto blocks = parse_markdown(text).blocks;
    QVERIFY(!blocks.empty());
    for (const Block& block : blocks) {
      QVERIFY(block.indent <= 10 && block.quotes <= 10);
      QVERIFY(block.html.count(QStringLiteral("<i>")) + block.html.count(QStringLiteral("<b>")) +
                  block.html.count(QStringLiteral("<a ")) <=
              30);
      QCOMPARE(block.html.count(QStringLiteral("<a ")), block.html.count(QStringLiteral("</a>")));
    }
    QVERIFY2(timer.elapsed() < 5000, text.left(4).constData());
  }
}

void BlocksTest::lists_keep_their_numbers_marks_and_depth() {
  const auto blocks = blocks_of("3. three\n4. four\n   - deep\n     1. deeper\n- [x] done\n-\n");
  QCOMPARE(blocks.size(), 6u);
  QCOMPARE(blocks[0].marker, QStringLiteral("3."));
  QCOMPARE(blocks[1].marker, QStringLiteral("4."));
  QCOMPARE(blocks[2].indent, 2);
  QCOMPARE(blocks[3].indent, 3);
  QCOMPARE(blocks[4].marker, QStringLiteral("☑"));
  QCOMPARE(blocks[5].marker, QStringLiteral("•"));
  QVERIFY(blocks[5].text.isEmpty());
}

void BlocksTest::long_code_and_endless_lines_are_cut_up() {
  QByteArray code = "```\n";
  for (int i = 0; i < 150; ++i) code += "line " + QByteArray::number(i) + "\n";
  const auto parts = parse_markdown(code).blocks;
  QCOMPARE(parts.size(), 3u);
  QVERIFY(parts[0].first && !parts[0].last && !parts[1].first && !parts[1].last && parts[2].last);
  const auto line = parse_markdown("**" + QByteArray("word ").repeated(2000) + "end**").blocks;
  QVERIFY(line.size() >= 2);
  QVERIFY(!line[1].first);
  QVERIFY(line[1].html.startsWith(QStringLiteral("<b>")));
  QVERIFY(line[0].html.endsWith(QStringLiteral("</b>")));
  const auto is_cut = [](const QByteArray& source) {
    qsizetype characters = 0;
    for (const Block& block : parse_markdown(source).blocks) {
      if (block.text.size() > 8200) return false;
      characters += block.text.size();
    }
    return characters > 90'000;
  };
  QVERIFY(is_cut(QByteArray("a line of a log\n").repeated(6000)));
  QVERIFY(is_cut(QByteArray("x").repeated(100'000)));
  QVERIFY(is_cut(QByteArray("字").repeated(100'000)));
}

void BlocksTest::text_that_grows_gives_the_blocks_of_the_whole() {
  QRandomGenerator random(20261125);
  QStringList documents;
  for (const char* document : kDocuments) documents += QString::fromUtf8(document);
  documents += QString::fromStdString(answer_with_all_blocks());
  for (const QString& document : documents) {
    for (int round = 0; round < 12; ++round) {
      BlockListModel model;
      qsizetype at = 0;
      while (at < document.size()) {
        qsizetype length = round == 0 ? 1 : 1 + random.bounded(round * 4);
        if (at + length < document.size() && document[at + length].isLowSurrogate()) ++length;
        model.append(document.mid(at, length));
        at += length;
        const QString so_far = document.left(at);
        if (blocks_of(model) == parse_markdown(so_far.toUtf8()).blocks) continue;
        QFAIL(qPrintable(QStringLiteral("differs after: ") + so_far));
      }
    }
  }
}

void BlocksTest::what_is_settled_is_not_parsed_again() {
  const QString text = QString::fromStdString(canned_answer(20'000));
  BlockListModel model;
  for (qsizetype at = 0; at < text.size(); at += 40) model.append(text.mid(at, 40));
  QCOMPARE(model.text(), text);
  // Paragraphs of this text have a few hundred bytes.
  QVERIFY2(model.parsed_bytes() < 60 * text.size(),
           qPrintable(QString::number(double(model.parsed_bytes()) / double(text.size()))));
}

void BlocksTest::rows_that_did_not_change_are_not_announced() {
  BlockListModel model;
  QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
  model.set_text(QStringLiteral("- one\n- two\n- thr"));
  QSignalSpy changed(&model, &QAbstractItemModel::dataChanged);
  QSignalSpy reset(&model, &QAbstractItemModel::modelReset);
  model.append(QStringLiteral("ee"));
  QCOMPARE(changed.count(), 1);
  QCOMPARE(changed[0][0].toModelIndex().row(), 2);
  model.append(QStringLiteral("\n- four"));
  QCOMPARE(model.count(), 4);
  model.set_text(QStringLiteral("other"));
  QCOMPARE(model.count(), 1);
  QCOMPARE(reset.count(), 0);
}

void BlocksTest::what_was_drafted_is_marked_where_it_stands() {
  BlockListModel model;
  model.append(QStringLiteral("Ünd "));
  model.append(QStringLiteral("**so** on"), {{0, 6}, {6, 9}});
  const QString html = model.data(model.index(0), BlockListModel::kHtml).toString();
  QCOMPARE(html, QStringLiteral("Ünd <b><span class=\"drafted\">so</span></b>"
                                "<span class=\"drafted\"> on</span>"));
}

void BlocksTest::prices_and_code_are_no_mathematics() {
  for (const char* text : {"It is 20$/day or 30$/week",
                           "set $a=$b",
                           "set $a = $b, and $PATH:$HOME/bin",
                           "echo $a,$b ($a/$b)",
                           "I have $24000 and you have $40000",
                           "between $123 - $234, or $5-$10",
                           "$20/day, or 30$ at the door",
                           "paid ($20) and (30$)",
                           "**$148+ → $19** (~$1,550, $15.4/month)",
                           "**$4** and **$1.50**",
                           "US$5/day, HK$6",
                           "in $/day: 20$",
                           "cheap ($), dear ($$), dearer ($$$)",
                           "$$$ x $$$",
                           "$AAPL/$MSFT",
                           "Ke$ha and A$AP",
                           "每天20$/人，每周30$/人",
                           "It costs $5 and $10.",
                           "From $1,000 to $2,000",
                           "`$x$` in code",
                           "```\n$a$\n$$b$$\n```",
                           "a $ b $ c",
                           "\\$x$",
                           "US$ 5, US$ 6",
                           "$$ $$"})
    QVERIFY2(find_math(text).empty(), text);
  QCOMPARE(find_math("so $x_1$, $$y$$ and \\(z\\)\n\\[w\\]").size(), 4u);
}

void BlocksTest::formulas_are_found_beside_money() {
  const auto found = [](const QByteArray& text) {
    QByteArrayList formulas;
    for (const MathSpan& span : find_math(text))
      formulas += text.mid(span.begin + span.mark, span.end - span.begin - 2 * span.mark);
    return formulas.join(" | ");
  };
  QCOMPARE(found("I have $10, $3.99 and $x + y$ and $100x$. It is $2,000."), "x + y | 100x");
  QCOMPARE(found("the $n$th, the $x$-axis, the $x_i$s and $f(x)$is"), "n | x | x_i | f(x)");
  QCOMPARE(found("10$^{-3}$ m, H$_2$O, 3$\\times$ as much"), "^{-3} | _2 | \\times");
  QCOMPARE(found("it pays $\\$0.60$ and the price is $p=25.6\\$$."), "\\$0.60 | p=25.6\\$");
  QCOMPARE(found("$$ 5\\$ $$ and $$a$$"), " 5\\$  | a");
  QCOMPARE(found("设$x^2$为（$y$），$|x|$，$[0,1)$"), "x^2 | y | |x| | [0,1)");
  QCOMPARE(found("$3 \\text{ or } 4$, $1/2$, $10 - 3 = 7$, $2ab + 1$"),
           "3 \\text{ or } 4 | 1/2 | 10 - 3 = 7 | 2ab + 1");
  QCOMPARE(found("| $a$ | $b$ |"), "a | b");
}

void BlocksTest::marks_without_an_end_are_walked_once() {
  for (const char* mark : {"\\(", "\\[", "$$ ", "$a", "\\( ``` ", "` "}) {
    QElapsedTimer timer;
    timer.start();
    find_math(QByteArray(mark).repeated(200'000) + "\\) \\]");
    QVERIFY2(timer.elapsed() < 2000, mark);
  }
}

void BlocksTest::formulas_become_readable() {
  const auto text = [](const char* latex) { return math_text(QString::fromUtf8(latex)); };
  QCOMPARE(text("E = mc^2"), QStringLiteral("E = mc²"));
  QCOMPARE(text("\\alpha_{12} \\leq \\beta^{n+1}"), QStringLiteral("α₁₂ ≤ βⁿ⁺¹"));
  QCOMPARE(text("\\frac{1}{2}"), QStringLiteral("1⁄2"));
  QCOMPARE(text("\\frac{a+b}{2c}"), QStringLiteral("(a+b) / 2c"));
  QCOMPARE(text("\\sqrt{x} \\sqrt[3]{x+1}"), QStringLiteral("√x ∛(x+1)"));
  QCOMPARE(text("\\sum_{i=1}^{n} i"), QStringLiteral("∑ᵢ₌₁ⁿ i"));
  QCOMPARE(text("x \\in \\mathbb{R}"), QStringLiteral("x ∈ ℝ"));
  QCOMPARE(text("x^{Q}"), QStringLiteral("x^Q"));
  QCOMPARE(text("\\text{if } x"), QStringLiteral("if  x"));
  QCOMPARE(text("\\left( x \\right)"), QStringLiteral("( x )"));
  QCOMPARE(text("\\begin{cases} a \\\\ b \\end{cases}"), QStringLiteral("{  a\nb"));
  QCOMPARE(text("\\unknown{x}"), QStringLiteral("\\unknownx"));
  QCOMPARE(text("\\hat{xy}"), QStringLiteral("x\u0302y\u0302"));
  QCOMPARE(text("\\bar{\\dot x}"), QStringLiteral("x\u0307\u0304"));
  QCOMPARE(text(QByteArray("\\hat").repeated(30) + " x").size(), 31);
  QVERIFY(!text(QByteArray("{").repeated(5000)).isNull());
  QVERIFY(!text(QByteArray("\\frac").repeated(5000)).isNull());
}

void BlocksTest::listings_are_coloured_over_lines() {
  const Language* cpp = find_language(QStringLiteral("C++"));
  QVERIFY(cpp != nullptr);
  QVERIFY(find_language(QStringLiteral("no such")) == nullptr);
  auto line = highlight_line(*cpp, u"int x = 42; /* goes", 0);
  QCOMPARE(line.spans.size(), 3u);
  QCOMPARE(line.spans[0].kind, TokenKind::kType);
  QCOMPARE(line.spans[1].kind, TokenKind::kNumber);
  QCOMPARE(line.spans[2].kind, TokenKind::kComment);
  QVERIFY(line.state != 0);
  line = highlight_line(*cpp, u"on */ return \"a \\\" b\";", line.state);
  QCOMPARE(line.state, 0);
  QCOMPARE(line.spans[0].length, 5);
  QCOMPARE(line.spans[1].kind, TokenKind::kKeyword);
  QCOMPARE(line.spans[2].length, 8);
  const Language* python = find_language(QStringLiteral("py"));
  line = highlight_line(*python, u"x = \"\"\"a", 0);
  QVERIFY(line.state != 0);
  QCOMPARE(highlight_line(*python, u"b\"\"\" # c", line.state).spans.size(), 2u);
  const Language* diff = find_language(QStringLiteral("diff"));
  QCOMPARE(highlight_line(*diff, u"-gone", 0).spans[0].kind, TokenKind::kRemoved);
}

void BlocksTest::a_part_of_a_growing_listing_begins_as_the_part_before_ends() {
  const auto state = [](const BlockListModel& model, int row) {
    return model.data(model.index(row), BlockListModel::kHighlightState).toInt();
  };
  BlockListModel model;
  model.append(QStringLiteral("```cpp\nint a; /* begins\n"));
  for (int line = 0; line < 130; ++line) model.append(QStringLiteral("in the comment\n"));
  QCOMPARE(model.count(), 3);
  QCOMPARE(state(model, 0), 0);
  QVERIFY(state(model, 1) != 0);
  QCOMPARE(state(model, 2), state(model, 1));
  model.append(QStringLiteral("ends */ int b;\n"));
  for (int line = 0; line < 60; ++line) model.append(QStringLiteral("int c;\n"));
  QCOMPARE(model.count(), 4);
  QVERIFY(state(model, 2) != 0);
  QCOMPARE(state(model, 3), 0);
}

void BlocksTest::a_listing_is_copied_whole() {
  QString code;
  for (int i = 0; i < 130; ++i) code += QStringLiteral("line %1\n").arg(i);
  BlockListModel model;
  model.set_text(QStringLiteral("before\n\n```\n") + code + QStringLiteral("```\n\nafter"));
  QVERIFY(model.count() > 4);
  QCOMPARE(model.code(3), code.chopped(1));
  QCOMPARE(model.code(0), QStringLiteral("before"));
}

void BlocksTest::a_listing_is_saved_and_wrapped_whole() {
  BlockListModel model;
  model.set_text(QStringLiteral("before\n\n```py\n") + QStringLiteral("line\n").repeated(130));
  QSignalSpy saved(&model, &BlockListModel::codeSaveWanted);
  model.saveCode(2);
  QCOMPARE(saved.takeFirst(), (QVariantList{model.code(1), QStringLiteral("py")}));
  const auto wrapped = [&](int row) {
    return model.data(model.index(row), BlockListModel::kWrapped).toBool();
  };
  QSignalSpy changed(&model, &QAbstractItemModel::dataChanged);
  model.setWrapped(2, true);
  QVERIFY(!wrapped(0) && wrapped(1) && wrapped(2) && wrapped(3));
  QCOMPARE(changed[0][0].toModelIndex().row(), 1);
  QCOMPARE(changed[0][1].toModelIndex().row(), 3);
  model.append(QStringLiteral("more\n").repeated(60));
  QVERIFY(wrapped(4));
  model.setWrapped(4, false);
  QVERIFY(!wrapped(1));
}

void BlocksTest::links_are_shown_as_they_are_and_only_pages_and_mail_open() {
  LinkOpener opener;
  opener.ask(QStringLiteral("https://good.example@evil.example/ü"));
  QVERIFY(opener.openable());
  QCOMPARE(opener.host(), QStringLiteral("evil.example"));
  QVERIFY(opener.address().contains(QStringLiteral("good.example@evil.example")));
  opener.ask(QStringLiteral("https://аpple.com"));  // a Cyrillic а
  QVERIFY(opener.host().startsWith(QStringLiteral("xn--")));
  for (const char* closed : {"file:///etc/passwd", "javascript:alert(1)", "data:text/html,x",
                             "relative/path", "https://", "vscode://x", ""}) {
    opener.ask(QString::fromLatin1(closed));
    QVERIFY2(!opener.openable(), closed);
  }
  opener.ask(QStringLiteral("mailto:a@b.c"));
  QVERIFY(opener.openable());
}

}  // namespace canter::ui

QTEST_GUILESS_MAIN(canter::ui::BlocksTest)
#include "blocks_test.moc"
