#include <QElapsedTimer>
#include <QImage>
#include <QPainter>
#include <QTest>
#include <algorithm>

#include "math/chemistry.h"
#include "math/formula.h"
#include "math/layout.h"
#include "math/parser.h"

namespace canter::ui::math {
namespace {

Node tree_of(std::u32string_view tex) {
  return parse(tex).value_or(Node{});
}

/// The whole of a formula's first part.
Node first_of(std::u32string_view tex) {
  const Node tree = tree_of(tex);
  return tree.children.empty() ? Node{} : tree.children.front();
}

Box laid_out(std::u32string_view tex, bool display = true) {
  return lay_out(
      tree_of(tex), *math_font(),
      {display, [](const std::u32string& text) {
         return Extents{0.5 * double(text.size()), 0, 0.5 * double(text.size()), 0.7, 0.2};
       }});
}

/// Where signs stand that are set for a character, in order.
std::vector<Box::Sign> signs_of(const Box& box, char32_t c) {
  std::vector<Box::Sign> found;
  for (const Box::Sign& sign : box.signs)
    if (sign.glyph == math_font()->glyph(c)) found.push_back(sign);
  return found;
}

double middle_of(const Box::Sign& sign) {
  const Extents extents = math_font()->extents(sign.glyph);
  return sign.x + sign.scale * extents.advance / 2;
}

std::string words_of(const Node& node) {
  std::string text(node.text.begin(), node.text.end());
  for (const Node& child : node.children) text += words_of(child);
  return text;
}

}  // namespace

class MathTest : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void initTestCase();
  void commands_become_trees();
  void environments_become_tables();
  void chemistry_is_upright_with_counts_below();
  void what_is_not_known_stands_as_written();
  void broken_formulas_harm_nothing_else();
  void huge_formulas_are_refused_at_once();
  void every_beginning_of_a_formula_can_be_set();
  void a_numerator_is_centred_above_its_bar();
  void a_root_covers_its_radicand();
  void delimiters_grow_with_what_they_enclose();
  void limits_stand_above_and_below_in_display();
  void scripts_are_smaller_and_on_their_sides();
  void rows_of_an_alignment_meet_at_their_mark();
  void cells_of_a_matrix_stand_in_columns();
  void a_brace_is_as_wide_as_what_is_below_it();
  void an_accent_stands_on_its_letter();
  void relations_have_more_room_than_letters();
  void long_formulas_in_text_come_in_pieces();
  void characters_the_font_lacks_are_words();
  void formulas_are_kept();
  void formulas_are_drawn_in_the_colour_and_size_asked_for();
};

void MathTest::initTestCase() {
  if (math_font() == nullptr) QSKIP("built without HarfBuzz or a font for mathematics");
}

void MathTest::commands_become_trees() {
  const Node fraction = first_of(U"\\frac{1}{2\\alpha}");
  QCOMPARE(fraction.kind, Node::Kind::kFraction);
  QCOMPARE(fraction.children.size(), 2u);
  QCOMPARE(fraction.children[1].children.size(), 2u);
  QCOMPARE(first_of(U"\\frac12").children[1].code, U'2');
  const Node root = first_of(U"\\sqrt[3]{x}");
  QCOMPARE(root.kind, Node::Kind::kRadical);
  QVERIFY(!root.children[1].empty());
  QVERIFY(first_of(U"\\sqrt x").children[1].empty());
  const Node scripts = first_of(U"x_i^{2k}");
  QCOMPARE(scripts.kind, Node::Kind::kScripts);
  QCOMPARE(scripts.children[0].code, U'\U0001D465');
  QVERIFY(!scripts.children[1].empty() && !scripts.children[2].empty());
  const Node primes = first_of(U"f''");
  QCOMPARE(primes.children[2].children.size(), 2u);
  const Node sum = first_of(U"\\sum\\nolimits_i");
  QCOMPARE(sum.limits, Limits::kBeside);
  QCOMPARE(first_of(U"\\sum_i").limits, Limits::kInDisplay);
  QCOMPARE(first_of(U"\\operatorname*{argmax}_x").limits, Limits::kInDisplay);
  QCOMPARE(first_of(U"\\left( x \\middle| y \\right]").text, std::u32string(U"(|]"));
  QCOMPARE(first_of(U"\\left. x \\right\\}").text, std::u32string({0, U'}'}));
  QCOMPARE(first_of(U"{a \\over b}").children[0].kind, Node::Kind::kFraction);
  QCOMPARE(first_of(U"\\mathbb{R}").children[0].code, U'ℝ');
  QCOMPARE(first_of(U"\\mathbf x").code, U'\U0001D431');
  QCOMPARE(first_of(U"\\not\\in").code, U'∉');
  QCOMPARE(first_of(U"\\color{red} x").kind, Node::Kind::kSpace);
  QCOMPARE(first_of(U"\\textcolor{red}{x}").kind, Node::Kind::kGroup);
  QCOMPARE(tree_of(U"5\\% + \\$3").children[1].code, U'%');
  const Node text = first_of(U"\\text{if $x$ is}");
  QCOMPARE(text.children.size(), 3u);
  QCOMPARE(text.children[2].text, std::u32string(U" is"));
}

void MathTest::environments_become_tables() {
  const Node matrix = first_of(U"\\begin{pmatrix} a & b \\\\ c & d \\\\ \\end{pmatrix}");
  QCOMPARE(matrix.kind, Node::Kind::kFence);
  QCOMPARE(matrix.text, std::u32string(U"()"));
  const Node& table = matrix.children.front();
  QCOMPARE(table.kind, Node::Kind::kTable);
  QCOMPARE(table.children.size(), 2u);
  QCOMPARE(table.children[0].children.size(), 2u);
  const Node cases = first_of(U"\\begin{cases} x & y \\\\ z \\end{cases} w");
  QCOMPARE(cases.text, std::u32string({U'{', 0}));
  const Node array = first_of(U"\\begin{array}{l|r} a & b \\\\ \\hline c & d \\end{array}");
  QCOMPARE(array.text, std::u32string(U"l|r"));
  QCOMPARE(array.lines, std::vector<int>{1});
  for (const char32_t* name : {U"align*", U"aligned", U"split", U"gather", U"multline", U"unknown"})
    QCOMPARE(first_of(U"\\begin{" + std::u32string(name) + U"} a &= b \\\\ c \\end{" + name + U"}")
                 .children.size(),
             2u);
  QCOMPARE(tree_of(U"a \\\\ b").kind, Node::Kind::kTable);
}

void MathTest::chemistry_is_upright_with_counts_below() {
  QCOMPARE(chemistry_as_tex(U"H2O"), std::u32string(U"\\mathrm{H}_{2}\\mathrm{O}"));
  QCOMPARE(chemistry_as_tex(U"2H+ -> SO4^2-"),
           std::u32string(U"2\\,\\mathrm{H}^{+} \\rightarrow  \\mathrm{SO}_{4}^{2-}"));
  QCOMPARE(chemistry_as_tex(U"A + B <=> C"),
           std::u32string(U"\\mathrm{A} + \\mathrm{B} \\rightleftharpoons  \\mathrm{C}"));
  QCOMPARE(chemistry_as_tex(U"Fe^{3+}"), std::u32string(U"\\mathrm{Fe}^{3+}"));
  QVERIFY(words_of(tree_of(U"\\ce{H2O}")).empty());
}

void MathTest::what_is_not_known_stands_as_written() {
  QCOMPARE(words_of(tree_of(U"\\unknown{x} + 1")), "\\unknown");
  QCOMPARE(words_of(tree_of(U"a \\")), "\\");
  QVERIFY(!laid_out(U"\\unknown{x} + \\frac{1}{2}").rules.empty());
}

void MathTest::broken_formulas_harm_nothing_else() {
  for (const char32_t* tex : {U"",
                              U"}",
                              U"{",
                              U"}}x{{",
                              U"\\frac",
                              U"\\frac{a",
                              U"\\sqrt[",
                              U"\\sqrt[3",
                              U"x^",
                              U"x_^",
                              U"^2_",
                              U"\\left",
                              U"\\left(",
                              U"\\right)",
                              U"\\left( \\begin{matrix} a &",
                              U"\\begin",
                              U"\\begin{",
                              U"\\begin{cases",
                              U"\\end{cases}",
                              U"a & b \\\\ & c",
                              U"\\text{a $b",
                              U"\\hat",
                              U"\\overbrace^",
                              U"\\xrightarrow[",
                              U"\\not",
                              U"\\big",
                              U"\\hspace",
                              U"\\over",
                              U"$",
                              U"#",
                              U"%",
                              U"~",
                              U"\\\\",
                              U"\\begin{array}{",
                              U"\\substack{",
                              U"\\color",
                              U"\\tag",
                              U"\\middle|",
                              U"\\limits",
                              U"\\displaystyle",
                              U"\\operatorname",
                              U"\\begin{matrix}\\hline\\end{matrix}"})
    QVERIFY(laid_out(tex).width >= 0);
  const Node rest = tree_of(U"a} + \\frac{1}{2}");
  QCOMPARE(rest.children.back().kind, Node::Kind::kFraction);
}

void MathTest::huge_formulas_are_refused_at_once() {
  const auto refused = [](const QString& tex) { return find_formula(tex, true) == nullptr; };
  QString matrix = QStringLiteral("\\begin{matrix}");
  for (int row = 0; row < 500; ++row)
    matrix += QStringLiteral("1&").repeated(499) + QStringLiteral("1\\\\");
  QVERIFY(refused(matrix + QStringLiteral("\\end{matrix}")));
  QVERIFY(refused(QStringLiteral("x+").repeated(50'000)));
  QVERIFY(refused(QStringLiteral("x+").repeated(1'000)));
  for (const char* deep : {"{",
                           "\\frac{",
                           "\\sqrt{",
                           "x^{",
                           "\\left(",
                           "\\begin{matrix}",
                           "\\text{$",
                           "\\hat",
                           "\\frac",
                           "\\overline{",
                           "\\sqrt[",
                           "\\begin{cases}",
                           "\\substack{",
                           "\\xrightarrow[",
                           "\\displaystyle",
                           "&",
                           "\\\\",
                           "\\big(",
                           "\\not",
                           "\\underbrace{",
                           "^",
                           "_",
                           "'",
                           "\\bf",
                           "\\color{"}) {
    const QString tex = QString::fromLatin1(deep);
    find_formula(tex.repeated(1'000), true);
    find_formula(tex.repeated(19'999 / tex.size()), false);
  }
}

void MathTest::every_beginning_of_a_formula_can_be_set() {
  const std::u32string whole =
      U"\\left( \\frac{-b \\pm \\sqrt[3]{b^2 - 4ac}}{2a} \\right)_{i}^{\\text{if $x$}} = "
      U"\\begin{cases} \\hat{x} & \\xrightarrow[a]{b} \\\\ \\mathbb{R} \\end{cases}";
  for (std::size_t length = 0; length <= whole.size(); ++length)
    QVERIFY(laid_out(whole.substr(0, length)).width >= 0);
}

void MathTest::a_numerator_is_centred_above_its_bar() {
  const Box box = laid_out(U"\\frac{1}{2+3}");
  QCOMPARE(box.rules.size(), 1u);
  const Box::Rule bar = box.rules.front();
  const Box::Sign above = signs_of(box, U'1').at(0), below = signs_of(box, U'2').at(0);
  QVERIFY(above.y < bar.y);
  QVERIFY(below.y - math_font()->extents(below.glyph).height > bar.y + bar.height);
  QVERIFY(std::abs(middle_of(above) - (bar.x + bar.width / 2)) < 0.01);
  QVERIFY(std::abs(bar.y + bar.height / 2 + math_font()->constant(Constant::kAxisHeight)) < 0.01);
  QVERIFY(bar.x >= 0 && bar.x + bar.width <= box.width);
  const Box small = laid_out(U"\\frac{1}{2+3}", false);
  QVERIFY(small.signs.front().scale < 1);
  QVERIFY(small.height < box.height);
}

void MathTest::a_root_covers_its_radicand() {
  const Box inside = laid_out(U"\\frac{a}{b}"), box = laid_out(U"\\sqrt{\\frac{a}{b}}");
  QCOMPARE(box.rules.size(), 2u);
  const Box::Rule bar = box.rules.front();
  QVERIFY(-bar.y > inside.height);
  QVERIFY(box.depth >= inside.depth);
  QVERIFY(std::abs(bar.width - inside.width) < 0.01);
  const Box cube = laid_out(U"\\sqrt[3]{x}");
  const Box::Sign degree = cube.signs.front();
  QVERIFY(degree.scale < 1 && degree.y < 0);
}

void MathTest::delimiters_grow_with_what_they_enclose() {
  const auto size = [](std::u32string_view tex) {
    const Box box = laid_out(tex);
    return box.height + box.depth;
  };
  QVERIFY(size(U"\\left( x \\right)") < 1.3);
  const Box fraction = laid_out(U"\\frac{a}{b}");
  QVERIFY(size(U"\\left( \\frac{a}{b} \\right)") >= fraction.height + fraction.depth - 0.51);
  // From parts, where no sign of the font is as large.
  std::u32string tall = U"\\begin{bmatrix}";
  for (int i = 0; i < 20; ++i) tall += U"1 \\\\";
  tall += U"\\end{bmatrix}";
  const Box matrix = laid_out(tall);
  const auto lowest = std::max_element(matrix.signs.begin(), matrix.signs.end(),
                                       [](auto& a, auto& b) { return a.y < b.y; });
  QVERIFY(matrix.height + matrix.depth > 20);
  QVERIFY(lowest->y <= matrix.depth + 0.01);
  QVERIFY(size(U"\\big(") < size(U"\\Big(") && size(U"\\bigg(") < size(U"\\Bigg("));
}

void MathTest::limits_stand_above_and_below_in_display() {
  const Box display = laid_out(U"\\sum_{1}^{2}"), text = laid_out(U"\\sum_{1}^{2}", false);
  QVERIFY(display.height + display.depth > text.height + text.depth);
  QVERIFY(text.width > display.width);
  const auto place = [](const Box& box, std::size_t i) { return middle_of(box.signs.at(i)); };
  QVERIFY(std::abs(place(display, 0) - place(display, 1)) < 0.1);
  QVERIFY(std::abs(place(display, 0) - place(display, 2)) < 0.1);
  const Box beside = laid_out(U"\\sum\\nolimits_{1}^{2}");
  QVERIFY(place(beside, 1) > place(beside, 0) + 0.3);
  const Box integral = laid_out(U"\\int_{1}^{2}");
  QVERIFY(integral.signs.back().x > integral.signs.front().x + 0.3);
  QVERIFY(laid_out(U"\\lim_{x \\to 0}").depth > laid_out(U"\\lim").depth + 0.4);
}

void MathTest::scripts_are_smaller_and_on_their_sides() {
  const Box box = laid_out(U"x_1^2");
  QCOMPARE(box.signs.size(), 3u);
  QVERIFY(box.signs[1].scale < 1 && box.signs[2].scale < 1);
  const bool second_raised = box.signs[1].y < 0;
  QVERIFY(second_raised != (box.signs[2].y < 0));
  const Box nested = laid_out(U"x^{y^z}");
  QVERIFY(nested.signs[2].scale < nested.signs[1].scale);
  QVERIFY(nested.signs[2].y < nested.signs[1].y);
}

void MathTest::rows_of_an_alignment_meet_at_their_mark() {
  const Box box = laid_out(U"\\begin{aligned} a + b + c &= 1 \\\\ d &= 2 \\end{aligned}");
  const auto equals = signs_of(box, U'=');
  QCOMPARE(equals.size(), 2u);
  QVERIFY(std::abs(equals[0].x - equals[1].x) < 0.001);
  QVERIFY(equals[1].y > equals[0].y + 1);
}

void MathTest::cells_of_a_matrix_stand_in_columns() {
  const Box box = laid_out(U"\\begin{pmatrix} 1 & 2 \\\\ 1 & 2 \\end{pmatrix}");
  const auto ones = signs_of(box, U'1'), twos = signs_of(box, U'2');
  QCOMPARE(ones[0].x, ones[1].x);
  QCOMPARE(ones[0].y, twos[0].y);
  QVERIFY(twos[0].x > ones[0].x + 1);
  QVERIFY(ones[1].y > ones[0].y + 0.9);
  // Centred where fractions have their bars.
  QVERIFY(std::abs((box.height - box.depth) / 2 - math_font()->constant(Constant::kAxisHeight)) <
          0.02);
}

void MathTest::a_brace_is_as_wide_as_what_is_below_it() {
  const Box inside = laid_out(U"a+b+c+d+e+f");
  const Box braced = laid_out(U"\\overbrace{a+b+c+d+e+f}^{n}");
  QVERIFY(braced.width >= inside.width && braced.width < inside.width + 1);
  QVERIFY(braced.height > inside.height + 0.5);
}

void MathTest::an_accent_stands_on_its_letter() {
  const Box plain = laid_out(U"x"), box = laid_out(U"\\hat{x}");
  QCOMPARE(box.width, plain.width);
  QVERIFY(box.height > plain.height);
}

void MathTest::relations_have_more_room_than_letters() {
  const double apart = laid_out(U"a=b").width, together = laid_out(U"ab").width;
  const double sign = laid_out(U"{=}").width;
  QVERIFY(std::abs(apart - together - sign - 10 / 18.0) < 0.01);
  QVERIFY(laid_out(U"x-1").width > laid_out(U"-x1").width + 0.3);
}

void MathTest::long_formulas_in_text_come_in_pieces() {
  const auto pieces = find_formula(QStringLiteral("a+b+c+d+e+f+g=h+i+j+k+l+m+n+o+p"), false);
  QVERIFY(pieces->pieces.size() > 2);
  QCOMPARE(find_formula(QStringLiteral("a+b=c"), false)->pieces.size(), 1u);
  QCOMPARE(find_formula(QStringLiteral("a+b+c+d+e+f+g=h+i+j+k+l"), true)->pieces.size(), 1u);
}

void MathTest::characters_the_font_lacks_are_words() {
  const Box box = laid_out(U"\\text{при } x");
  QCOMPARE(box.words.size(), 1u);
  QCOMPARE(box.words.front().text, std::u32string(U"при "));
  QVERIFY(box.signs.front().x > 1.9);
}

void MathTest::formulas_are_kept() {
  const QString tex = QStringLiteral("\\frac{a}{b} + 1");
  const auto first = find_formula(tex, true);
  QCOMPARE(find_formula(tex, true).get(), first.get());
  QVERIFY(find_formula(tex, false).get() != first.get());
}

void MathTest::formulas_are_drawn_in_the_colour_and_size_asked_for() {
  const auto formula = find_formula(QStringLiteral("\\frac{a}{b}"), true);
  for (const double ratio : {1.0, 2.0}) {
    QImage image(QSize(int(40 * ratio), int(60 * ratio)), QImage::Format_ARGB32_Premultiplied);
    image.setDevicePixelRatio(ratio);
    image.fill(Qt::white);
    QPainter painter(&image);
    draw(painter, formula->pieces.front(), {5, 30}, 20, Qt::red);
    painter.end();
    // The bar is drawn over whole pixels.
    int solid = 0;
    for (int y = 0; y < image.height(); ++y) {
      int run = 0;
      for (int x = 0; x < image.width(); ++x) run += image.pixelColor(x, y) == QColor(Qt::red);
      solid += run >= int(8 * ratio);
    }
    QVERIFY(solid >= 1 && solid <= int(2 * ratio));
  }
}

}  // namespace canter::ui::math

QTEST_MAIN(canter::ui::math::MathTest)
#include "math_test.moc"
