#include "math/math_text.h"

#include <algorithm>
#include <optional>

#include "math/math_symbols.h"

namespace canter::ui {
namespace {

/// Deeper than any formula; what is nested further stays as it is written.
constexpr int kDeepest = 40;

bool is_word(const QString& text) {
  return std::all_of(text.begin(), text.end(), [](QChar c) { return c.isLetterOrNumber(); });
}

/// In brackets where it would be torn apart otherwise.
QString grouped(const QString& text) {
  const bool single = text.size() <= 1 || is_word(text) ||
                      (text.startsWith(u'(') && text.endsWith(u')') && text.count(u'(') == 1);
  return single ? text : u'(' + text + u')';
}

class Writer {
 public:
  explicit Writer(QStringView latex) : latex_(latex) {}

  QString write(int depth = 0, QChar until = {}) {
    QString out;
    while (at_ < latex_.size()) {
      const QChar c = latex_[at_];
      if (!until.isNull() && c == until) {
        ++at_;
        return out;
      }
      if (c == u'\\')
        out += command(depth);
      else if (c == u'{')
        out += group(depth);
      else if (c == u'^' || c == u'_')
        out += script(depth);
      else if (c == u'&')
        out += next(QStringLiteral("  "));
      else if (c == u'~')
        out += next(QStringLiteral(" "));
      else if (c == u'\'')
        out += next(QStringLiteral("′"));
      else if (c == u'*')
        out += next(QStringLiteral("∗"));
      else if (c == u'-')
        out += next(QStringLiteral("−"));
      else if (c == u'\n')
        out += next(QStringLiteral(" "));
      else
        out += next(QString(c));
    }
    return out;
  }

 private:
  QString next(QString text) {
    ++at_;
    return text;
  }

  void skip_blanks() {
    while (at_ < latex_.size() && latex_[at_].isSpace()) ++at_;
  }

  QString group(int depth) {
    if (depth >= kDeepest) return next(QStringLiteral("{"));
    ++at_;
    return write(depth + 1, u'}');
  }

  /// A group, a command, or one character.
  QString argument(int depth) {
    skip_blanks();
    if (at_ >= latex_.size()) return {};
    if (latex_[at_] == u'{') return group(depth);
    if (latex_[at_] == u'\\') return command(depth);
    return next(QString(latex_[at_]));
  }

  /// The text of a group as it is written.
  QString verbatim() {
    skip_blanks();
    if (at_ >= latex_.size() || latex_[at_] != u'{') return {};
    int open = 0;
    const qsizetype begin = at_ + 1;
    for (; at_ < latex_.size(); ++at_) {
      if (latex_[at_] == u'{') ++open;
      if (latex_[at_] == u'}' && --open == 0) {
        ++at_;
        return latex_.mid(begin, at_ - 1 - begin).toString();
      }
    }
    return latex_.mid(begin).toString();
  }

  QString script(int depth) {
    const bool raised = latex_[at_] == u'^';
    ++at_;
    const QString text = argument(depth).trimmed();
    if (raised && (text == u"∘" || text == u"°")) return QStringLiteral("°");
    QString small;
    for (const QChar c : text) {
      const QChar plain = c == u'−' ? QChar(u'-') : c;
      const QChar sign = raised ? superscript(plain) : subscript(plain);
      if (sign.isNull() && c == u',')
        small += c;
      else if (sign.isNull() && c != u' ')
        return (raised ? u'^' : u'_') + grouped(text);
      if (!sign.isNull()) small += sign;
    }
    return small;
  }

  QString command(int depth) {
    const qsizetype begin = at_++;
    if (at_ >= latex_.size()) return QStringLiteral("\\");
    const qsizetype name_begin = at_;
    while (at_ < latex_.size() && latex_[at_].isLetter() && latex_[at_].unicode() < 128) ++at_;
    if (at_ == name_begin) ++at_;
    const QString name = latex_.mid(name_begin, at_ - name_begin).toString();
    if (name == u"\\") return QStringLiteral("\n");
    if (depth >= kDeepest) return u'\\' + name;
    if (const auto known = structure(name, depth)) return *known;
    if (const QString sign = math_symbol(name); !sign.isNull()) return sign;
    return latex_.mid(begin, at_ - begin).toString();
  }

  /// Commands with arguments; nullopt: none of them.
  std::optional<QString> structure(const QString& name, int depth) {
    if (name == u"frac" || name == u"dfrac" || name == u"tfrac" || name == u"cfrac") {
      const QString above = argument(depth + 1), below = argument(depth + 1);
      const bool short_enough = above.size() == 1 && below.size() == 1;
      return grouped(above) + (short_enough ? QString(QChar(0x2044)) : QStringLiteral(" / ")) +
             grouped(below);
    }
    if (name == u"binom" || name == u"dbinom") {
      const QString above = argument(depth + 1), below = argument(depth + 1);
      return QStringLiteral("C(%1, %2)").arg(above, below);
    }
    if (name == u"sqrt") return root(depth);
    if (name == u"text" || name == u"mathrm" || name == u"textbf" || name == u"textit" ||
        name == u"operatorname" || name == u"mbox" || name == u"textrm")
      return verbatim();
    if (name == u"mathord" || name == u"mathopen" || name == u"mathclose" || name == u"mathinner" ||
        name == u"mathpunct" || name == u"mathrel" || name == u"mathbin" || name == u"mathop")
      return argument(depth + 1);
    if (name == u"mathbb" || name == u"mathcal" || name == u"mathfrak" || name == u"mathbf" ||
        name == u"boldsymbol" || name == u"bm" || name == u"mathscr")
      return letters(name == u"mathscr" ? QStringLiteral("mathcal") : name, argument(depth + 1));
    if (const QChar accent = math_accent(name); !accent.isNull()) {
      // One for each letter, behind the accents that it has.
      const QString letters = argument(depth + 1);
      QString text;
      for (qsizetype i = 0; i < letters.size(); ++i) {
        text += letters[i];
        const bool goes_on =
            letters[i].isHighSurrogate() || (i + 1 < letters.size() && letters[i + 1].isMark());
        if (!goes_on) text += accent;
      }
      return text;
    }
    if (name == u"left" || name == u"right" || name == u"middle") return delimiter();
    if (name == u"begin") return environment();
    if (name == u"end") {
      verbatim();
      return QString();
    }
    for (const auto* silent :
         {"displaystyle", "textstyle", "limits", "nolimits", "big", "Big", "bigg", "Bigg", "bigl",
          "bigr", "Bigl", "Bigr", "!", "nonumber", "hline", "rm", "bf"})
      if (name == QLatin1String(silent)) return QString();
    if (name == u"boxed" || name == u"phantom" || name == u"underbrace" || name == u"overbrace" ||
        name == u"mathop" || name == u"mathit" || name == u"mathsf" || name == u"mathtt")
      return argument(depth + 1);
    if (name == u"tag" || name == u"label") return QStringLiteral("  (%1)").arg(verbatim());
    if (name == u"not") return QString(argument(depth + 1) + QChar(0x0338));
    if (name == u"pmod") return QStringLiteral(" (mod %1)").arg(argument(depth + 1));
    if (name == u"bmod") return QStringLiteral(" mod ");
    return std::nullopt;
  }

  QString root(int depth) {
    QString degree;
    if (at_ < latex_.size() && latex_[at_] == u'[') {
      ++at_;
      degree = write(depth + 1, u']');
    }
    QString sign;
    for (const QChar c : degree) sign += superscript(c).isNull() ? c : superscript(c);
    if (degree == u"3" || degree == u"4") sign.clear();
    const QChar radical = degree == u"3"   ? QChar(0x221B)
                          : degree == u"4" ? QChar(0x221C)
                                           : QChar(0x221A);
    return sign + radical + grouped(argument(depth + 1));
  }

  static QString letters(const QString& style, const QString& text) {
    const QString alphabet =
        style == u"boldsymbol" || style == u"bm" ? QStringLiteral("mathbf") : style;
    QString out;
    for (const QChar c : text) out += math_letter(alphabet, c);
    return out;
  }

  /// `\left.` shows nothing.
  QString delimiter() {
    skip_blanks();
    if (at_ < latex_.size() && latex_[at_] == u'.') return next({});
    if (at_ < latex_.size() && latex_[at_] == u'\\') return command(kDeepest - 1);
    return at_ < latex_.size() ? next(QString(latex_[at_])) : QString();
  }

  /// Rows become lines, so brackets stand at the ends of the first and the last.
  QString environment() {
    const QString name = verbatim();
    if (name.startsWith(u"array")) verbatim();
    if (name == u"cases") return QStringLiteral("{ ");
    return QString();
  }

  QStringView latex_;
  qsizetype at_ = 0;
};

}  // namespace

QString math_text(const QString& latex) {
  QStringList lines = Writer(latex.trimmed()).write().split(u'\n');
  for (QString& line : lines) line = line.trimmed();
  lines.removeAll(QString());
  return lines.join(u'\n');
}

}  // namespace canter::ui
