#include "blocks/markdown.h"

#include <md4c.h>

#include <QTextDocumentFragment>
#include <algorithm>
#include <optional>

#include "blocks/inline_math.h"
#include "blocks/link_names.h"
#include "blocks/markdown_marks.h"
#include "blocks/math_spans.h"
#include "blocks/open_spans.h"
#include "blocks/text_direction.h"
#include "math/math_text.h"

namespace canter::ui {
namespace {

constexpr unsigned kDialect = MD_DIALECT_GITHUB | MD_FLAG_NOHTML | MD_FLAG_NOINDENTEDCODEBLOCKS;
/// Code is cut into parts of so many lines.
constexpr int kCodeLines = 60;
/// Paragraphs behind so many characters.
constexpr qsizetype kParagraphCharacters = 4000;
/// More lists or quotes in one another are shown like so many.
constexpr std::size_t kMostLevels = 10;

QString escaped(const QString& text) {
  return text.toHtmlEscaped();
}

/// Builds blocks from what md4c tells.
class Builder {
 public:
  Builder(const QByteArray& source, const Ranges& drafted)
      : source_(source),
        drafted_(drafted),
        math_(find_math(source, &fenced_)),
        text_(mark_source(source, math_)) {}

  ParsedMarkdown parse() {
    MD_PARSER parser{};
    parser.flags = kDialect;
    parser.enter_block = [](MD_BLOCKTYPE type, void* detail, void* self) {
      static_cast<Builder*>(self)->enter_block(type, detail);
      return 0;
    };
    parser.leave_block = [](MD_BLOCKTYPE type, void*, void* self) {
      static_cast<Builder*>(self)->leave_block(type);
      return 0;
    };
    parser.enter_span = [](MD_SPANTYPE type, void* detail, void* self) {
      static_cast<Builder*>(self)->enter_span(type, detail);
      return 0;
    };
    parser.leave_span = [](MD_SPANTYPE type, void*, void* self) {
      static_cast<Builder*>(self)->leave_span(type);
      return 0;
    };
    parser.text = [](MD_TEXTTYPE type, const MD_CHAR* text, MD_SIZE size, void* self) {
      static_cast<Builder*>(self)->text(type, text, qsizetype(size));
      return 0;
    };
    md_parse(text_.constData(), MD_SIZE(text_.size()), &parser, this);
    result_.refers = defines_reference(text_);
    if (result_.refers) result_.settled = 0;
    if (result_.settled == 0) result_.settled_blocks = 0;
    return std::move(result_);
  }

 private:
  static constexpr qsizetype kNoText = -1;  ///< none yet
  static constexpr qsizetype kGoesOn = -2;  ///< it began before a formula

  struct List {
    bool ordered = false;
    unsigned number = 0;
    QChar delimiter;
  };

  // Blocks --------------------------------------------------------------------------------------

  void enter_block(MD_BLOCKTYPE type, void* detail) {
    switch (type) {
      case MD_BLOCK_QUOTE:
        end_leaf();
        enter_container();
        ++quotes_;
        break;
      case MD_BLOCK_UL:
        end_leaf();
        enter_container();
        lists_.push_back({});
        break;
      case MD_BLOCK_OL: {
        end_leaf();
        enter_container();
        const auto* list = static_cast<MD_BLOCK_OL_DETAIL*>(detail);
        lists_.push_back({true, list->start, QLatin1Char(list->mark_delimiter)});
        break;
      }
      case MD_BLOCK_LI:
        end_leaf();
        begin_item(*static_cast<MD_BLOCK_LI_DETAIL*>(detail));
        break;
      case MD_BLOCK_HR:
        begin_leaf(Block::Rule);
        end_leaf();
        break;
      case MD_BLOCK_H:
        begin_leaf(Block::Heading);
        leaf_->level = int(static_cast<MD_BLOCK_H_DETAIL*>(detail)->level);
        break;
      case MD_BLOCK_CODE:
        begin_leaf(Block::Code);
        leaf_->language = attribute(static_cast<MD_BLOCK_CODE_DETAIL*>(detail)->lang);
        break;
      case MD_BLOCK_P:
        begin_leaf(Block::Paragraph);
        break;
      case MD_BLOCK_TABLE:
        begin_leaf(Block::Table);
        break;
      case MD_BLOCK_TR:
        leaf_->cells.append(QStringList());
        break;
      case MD_BLOCK_TH:
      case MD_BLOCK_TD:
        begin_cell(static_cast<MD_BLOCK_TD_DETAIL*>(detail)->align);
        break;
      default:
        break;
    }
  }

  void leave_block(MD_BLOCKTYPE type) {
    switch (type) {
      case MD_BLOCK_QUOTE:
        end_leaf();
        --quotes_;
        break;
      case MD_BLOCK_UL:
      case MD_BLOCK_OL:
        end_leaf();
        lists_.pop_back();
        break;
      case MD_BLOCK_LI:
        if (!marker_.isEmpty()) begin_leaf(Block::Paragraph);  // an item without text
        end_leaf();
        break;
      case MD_BLOCK_TH:
      case MD_BLOCK_TD:
        chop_breaks();
        leaf_->html += spans_.close_all();
        leaf_->cells.back().append(std::exchange(leaf_->html, {}));
        leaf_->text += u'\t';
        break;
      case MD_BLOCK_TR:
        leaf_->text.chop(1);
        leaf_->text += u'\n';
        break;
      case MD_BLOCK_H:
      case MD_BLOCK_P:
      case MD_BLOCK_CODE:
      case MD_BLOCK_TABLE:
        end_leaf();
        break;
      default:
        break;
    }
  }

  bool nested() const { return quotes_ > 0 || !lists_.empty(); }
  void enter_container() {
    if (!nested()) container_direction_ = Qt::LayoutDirectionAuto;
  }

  void begin_item(const MD_BLOCK_LI_DETAIL& item) {
    List& list = lists_.back();
    if (item.is_task)
      marker_ = item.task_mark == ' ' ? QStringLiteral("☐") : QStringLiteral("☑");
    else if (list.ordered)
      marker_ = QString::number(list.number) + list.delimiter;
    else
      marker_ = lists_.size() % 2 == 1 ? QStringLiteral("•") : QStringLiteral("◦");
    ++list.number;
  }

  void begin_leaf(Block::Kind kind) {
    end_leaf();
    leaf_.emplace();
    leaf_->kind = kind;
    leaf_->indent = int(std::min(lists_.size(), kMostLevels));
    leaf_->quotes = int(std::min(quotes_, kMostLevels));
    leaf_->marker = std::exchange(marker_, {});
    leaf_offset_ = kNoText;
  }

  void end_leaf() {
    if (!leaf_) return;
    if (leaf_->kind != Block::Math) chop_breaks();
    leaf_->html += spans_.close_all();
    Block leaf = std::move(*leaf_);
    leaf_.reset();
    note_direction(leaf);
    if (leaf.kind == Block::Code) return add_code(std::move(leaf));
    if (leaf.kind == Block::Table && leaf.text.endsWith(u'\n')) leaf.text.chop(1);
    const bool nothing =
        leaf.kind == Block::Paragraph && leaf.html.isEmpty() && leaf.marker.isEmpty();
    if (nothing) return;
    note_settled(leaf);
    result_.blocks.push_back(std::move(leaf));
  }

  void note_direction(Block& leaf) {
    const bool read = leaf.kind != Block::Code && leaf.kind != Block::Math;
    const auto own = read ? text_direction(leaf.text) : Qt::LayoutDirectionAuto;
    if (nested() && container_direction_ == Qt::LayoutDirectionAuto) container_direction_ = own;
    leaf.direction = nested() ? container_direction_ : own;
  }

  /// Parts of a few lines each, so that a growing listing changes only its last part.
  void add_code(Block code) {
    if (code.text.endsWith(u'\n')) code.text.chop(1);
    const QStringList lines = code.text.split(u'\n');
    for (qsizetype line = 0; line < lines.size(); line += kCodeLines) {
      Block part = code;
      part.text = lines.mid(line, kCodeLines).join(u'\n');
      part.first = line == 0;
      part.last = line + kCodeLines >= lines.size();
      if (!part.first) part.marker.clear();
      result_.blocks.push_back(std::move(part));
    }
  }

  /// A paragraph or heading outside all lists and quotes whose first line is whole and stands
  /// behind an empty one: nothing that comes can join it to what is before.
  void note_settled(const Block& leaf) {
    const bool plain = leaf.indent == 0 && leaf.quotes == 0 && leaf.marker.isEmpty() &&
                       leaf.first && (leaf.kind == Block::Paragraph || leaf.kind == Block::Heading);
    if (!plain || leaf_offset_ < 0) return;
    const qsizetype line = text_.lastIndexOf('\n', leaf_offset_) + 1;
    if (line < 2 || text_[line - 2] != '\n' || text_.indexOf('\n', leaf_offset_) < 0) return;
    // Where code was seen that md4c does not see, mathematics depends on what comes before.
    for (const auto& [begin, end] : fenced_)
      if (begin <= line && line < end) return;
    result_.settled = line;
    result_.settled_blocks = result_.blocks.size();
  }

  void begin_cell(MD_ALIGN align) {
    if (leaf_->cells.size() != 1) return;
    leaf_->columns.append(align == MD_ALIGN_RIGHT    ? Qt::AlignRight
                          : align == MD_ALIGN_CENTER ? Qt::AlignHCenter
                          : align == MD_ALIGN_LEFT   ? Qt::AlignLeft
                                                     : Qt::Alignment());
  }

  // Spans ---------------------------------------------------------------------------------------

  void open_span(const QString& tag) { leaf().html += spans_.open(tag); }

  void enter_span(MD_SPANTYPE type, void* detail) {
    switch (type) {
      case MD_SPAN_EM:
        return open_span(QStringLiteral("<i>"));
      case MD_SPAN_STRONG:
        return open_span(QStringLiteral("<b>"));
      case MD_SPAN_DEL:
        return open_span(QStringLiteral("<s>"));
      case MD_SPAN_CODE:
        in_code_ = true;
        return open_span(QStringLiteral("<span class=\"code\">"));
      case MD_SPAN_A:
        return open_span(
            QStringLiteral("<a href=\"%1\">")
                .arg(escaped(attribute(static_cast<MD_SPAN_A_DETAIL*>(detail)->href))));
      case MD_SPAN_IMG:
        image_text_ = leaf().text.size();
        image_address_ = attribute(static_cast<MD_SPAN_IMG_DETAIL*>(detail)->src);
        return open_span(QStringLiteral("<a href=\"%1\">").arg(escaped(image_address_)));
      default:
        return;
    }
  }

  /// One without a description is named by where it is.
  void end_image() {
    if (leaf().text.size() == image_text_) add(image_address_);
    leaf().html += QStringLiteral(" ↗");
  }

  void leave_span(MD_SPANTYPE type) {
    if (type == MD_SPAN_CODE) in_code_ = false;
    if (type == MD_SPAN_IMG) end_image();
    if (type <= MD_SPAN_DEL) leaf().html += spans_.close();
  }

  /// Where that part of text_ begins, or -1 for what md4c made itself.
  qsizetype offset_of(const MD_CHAR* begin) const {
    const std::less<const char*> before;
    const bool inside =
        !before(begin, text_.constData()) && before(begin, text_.constData() + text_.size());
    return inside ? begin - text_.constData() : -1;
  }

  /// An address or a language: what looks like mathematics in it is none.
  QString attribute(const MD_ATTRIBUTE& given) const {
    const auto size = qsizetype(given.size);
    const qsizetype offset = offset_of(given.text);
    QString text = offset >= 0 ? QString::fromUtf8(source_.constData() + offset, size)
                               : QString::fromUtf8(given.text, size);
    text.removeIf([](QChar c) { return c < u' '; });
    return text;
  }

  // Text ----------------------------------------------------------------------------------------

  /// The block that text goes into; in a list without gaps there is no paragraph around it.
  Block& leaf() {
    if (!leaf_) begin_leaf(Block::Paragraph);
    return *leaf_;
  }

  void text(MD_TEXTTYPE type, const MD_CHAR* begin, qsizetype size) {
    Block& block = leaf();
    const qsizetype offset = offset_of(begin);
    const bool in_source = offset >= 0;
    const bool behind_tag = std::exchange(behind_tag_, false);
    if (leaf_offset_ == kNoText) leaf_offset_ = offset;
    if (block.kind == Block::Code) {
      block.text +=
          in_source ? QString::fromUtf8(source_.mid(offset, size)) : QString::fromUtf8(begin, size);
      return;
    }
    if (type == MD_TEXT_BR || type == MD_TEXT_SOFTBR) {
      if (!behind_tag) add_break();
    } else if (type == MD_TEXT_ENTITY) {
      const QString entity = QString::fromUtf8(begin, size);
      block.html += entity;
      block.text += QTextDocumentFragment::fromHtml(entity).toPlainText();
    } else if (!in_source) {
      add(QString::fromUtf8(begin, size));
    } else {
      add_source(offset, size);
    }
  }

  void add(const QString& words) {
    leaf().html += escaped(words);
    leaf().text += words;
  }

  /// A break at the beginning or the end breaks nothing.
  void add_break() {
    if (leaf().html.isEmpty()) return;
    if (is_long()) return cut();
    leaf().html += QStringLiteral("<br/>");
    leaf().text += leaf().kind == Block::Table ? u' ' : u'\n';
  }
  void chop_breaks() {
    while (leaf_->html.endsWith(QStringLiteral("<br/>"))) {
      leaf_->html.chop(5);
      leaf_->text.chop(1);
    }
  }

  void add_source(qsizetype offset, qsizetype size) {
    const qsizetype end = offset + size;
    const auto tag_at = [&](qsizetype at) {
      const qsizetype length = in_code_ ? 0 : break_tag(text_.constData() + at);
      return length <= end - at ? length : 0;
    };
    while (offset < end) {
      const char c = text_[offset];
      const qsizetype tag = tag_at(offset);
      qsizetype stop = offset + std::max<qsizetype>(tag, 1);
      const bool mathematics = c == kMath || c == kOtherMath;
      const auto ends_run = [&](qsizetype at) {
        const char next = text_[at];
        if (mathematics) return next != c;
        return next == kMath || next == kOtherMath || next == kCut || tag_at(at) > 0;
      };
      while (c != kCut && tag == 0 && stop < end && !ends_run(stop)) ++stop;
      behind_tag_ = tag > 0;
      if (tag > 0)
        add_break();
      else if (c == kCut)
        in_code_ ? add(QStringLiteral(" ")) : cut();
      else if (mathematics && !in_code_)
        stop += add_math(offset, end);
      else
        add_words(offset, stop);
      offset = stop;
    }
  }

  QString words(qsizetype begin, qsizetype end) const {
    const bool escapes = in_code_ && leaf_->kind == Block::Table;
    return QString::fromUtf8(escapes ? without_escaped_bars(source_, begin, end)
                                     : source_.mid(begin, end - begin));
  }

  /// What was drafted is marked.
  void add_words(qsizetype begin, qsizetype end) {
    auto range = std::lower_bound(drafted_.begin(), drafted_.end(), begin,
                                  [](const auto& each, qsizetype at) { return each.second <= at; });
    while (begin < end) {
      const bool inside = range != drafted_.end() && range->first <= begin;
      qsizetype stop = end;
      if (range != drafted_.end()) stop = std::min(end, inside ? range->second : range->first);
      const bool whole = stop - begin <= kParagraphCharacters;
      if (!whole) stop = character_start(source_, begin + kParagraphCharacters);
      if (inside) leaf().html += QStringLiteral("<span class=\"drafted\">");
      add(words(begin, stop));
      if (inside) {
        leaf().html += QStringLiteral("</span>");
        if (whole) ++range;
      }
      begin = stop;
      if (begin < end && is_long()) cut();
    }
  }

  bool is_long() {
    return leaf().kind == Block::Paragraph && leaf().text.size() > kParagraphCharacters;
  }

  /// The bytes that it took behind the formula.
  qsizetype add_math(qsizetype offset, qsizetype end) {
    const auto span =
        std::lower_bound(math_.begin(), math_.end(), offset,
                         [](const MathSpan& each, qsizetype at) { return each.begin < at; });
    if (span == math_.end() || span->begin != offset)
      return 0;  // the rest of one that a line break tore apart
    const QString source = formula_source(source_, *span);
    if (span->display && leaf().kind == Block::Paragraph && spans_.empty()) {
      add_display(source);
      return 0;
    }
    const qsizetype signs = closing_signs(source_, span->end, end);
    leaf().html += inline_math(source_, *span, signs);
    leaf().text += math_text(source) + QString::fromUtf8(source_.mid(span->end, signs));
    return signs;
  }

  /// A block of its own; the paragraph goes on behind it.
  void add_display(const QString& source) {
    Block rest = leaf();
    const qsizetype offset = leaf_offset_;
    end_leaf();
    begin_leaf(Block::Math);
    leaf_->marker = rest.html.isEmpty() ? rest.marker : QString();
    leaf_->text = source;
    leaf_->html = math_text(source);
    leaf_offset_ = offset;
    end_leaf();
    begin_leaf(Block::Paragraph);
    leaf_offset_ = kGoesOn;
  }

  /// An endless line goes on in another block.
  void cut() {
    if (leaf().kind != Block::Paragraph) return add(QStringLiteral(" "));
    const OpenSpans open = spans_;
    leaf_->html += spans_.close_all();
    leaf().last = false;
    end_leaf();
    begin_leaf(Block::Paragraph);
    leaf_->first = false;
    leaf_->html = open.tags();
    spans_ = open;
  }

  const QByteArray& source_;
  const Ranges& drafted_;
  Ranges fenced_;
  const std::vector<MathSpan> math_;
  const QByteArray text_;
  ParsedMarkdown result_;
  std::optional<Block> leaf_;
  qsizetype leaf_offset_ = kNoText;  ///< of the leaf's first text
  std::vector<List> lists_;
  std::size_t quotes_ = 0;
  Qt::LayoutDirection container_direction_ = Qt::LayoutDirectionAuto;  ///< of the outermost
  QString marker_;  ///< of the item that has begun and has no block yet
  OpenSpans spans_;
  qsizetype image_text_ = 0;  ///< characters before the description of an image
  QString image_address_;
  bool in_code_ = false;
  bool behind_tag_ = false;  ///< what was added last is a break that was written as a tag
};

}  // namespace

ParsedMarkdown parse_markdown(const QByteArray& utf8, const Ranges& drafted) {
  return Builder(utf8, drafted).parse();
}

}  // namespace canter::ui
