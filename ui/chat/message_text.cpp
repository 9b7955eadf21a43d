#include "chat/message_text.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QLocale>
#include <QRegularExpression>
#include <QStringList>

#include "engine/session/messages.h"
#include "session/drafting_words.h"

namespace canter::ui {
namespace {

/// Less would be rounded to "1.0 per step", which says nothing.
constexpr double kWorthSaying = 1.05;

struct MessageText {
  Q_DECLARE_TR_FUNCTIONS(MessageText)
};

QString number(double value, int decimals) {
  return QLocale().toString(value, 'f', decimals);
}

QString seconds(double milliseconds) {
  return number(milliseconds / 1000, 2);
}

QString prompt_line(const AnswerStatistics& statistics) {
  const QString time = seconds(statistics.prompt_ms);
  if (statistics.reused_tokens == 0)
    return MessageText::tr("Prompt: %1 tokens, read in %2 s")
        .arg(statistics.prompt_tokens)
        .arg(time);
  return MessageText::tr("Prompt: %1 tokens, %2 of them known already, the rest read in %3 s")
      .arg(statistics.prompt_tokens)
      .arg(statistics.reused_tokens)
      .arg(time);
}

QString reuse_line(PromptReuse reuse) {
  switch (reuse) {
    case PromptReuse::kNothing:
      return MessageText::tr("Read from its beginning");
    case PromptReuse::kContinued:
      return MessageText::tr("Went on where the last answer ended");
    case PromptReuse::kCutBack:
      return MessageText::tr("Went back to where it parts from the text before");
    case PromptReuse::kRestored:
      return MessageText::tr("Went back to a state that was kept, and read on from there");
    case PromptReuse::kReadAgain:
      return MessageText::tr("Read again from its beginning, since nothing that early was kept");
    case PromptReuse::kRemarked:
      return MessageText::tr(
          "Read again from its beginning, as this model must when a text gets long");
    case PromptReuse::kUnknown:
      break;
  }
  return {};
}

/// Those that were tuned here are files named by fingerprint and number.
QString adapter_text(const QString& name) {
  static const QRegularExpression tuned(QStringLiteral("^[0-9a-f]{12,}-(\\d+)$"));
  const auto match = tuned.match(name);
  return match.hasMatch() ? MessageText::tr("tuned here, no. %1").arg(match.captured(1)) : name;
}

}  // namespace

QString statistics_line(const AnswerStatistics& statistics) {
  if (statistics.generated <= 0) return {};
  QStringList parts{MessageText::tr("%n token(s)", nullptr, statistics.generated)};
  if (const double speed = statistics.tokens_per_second(); speed > 0) {
    parts += MessageText::tr("%1 tok/s").arg(number(speed, speed < 10 ? 1 : 0));
  }
  if (const double per_step = statistics.tokens_per_step(); per_step >= kWorthSaying) {
    parts += MessageText::tr("%1 per step").arg(number(per_step, 1));
  }
  parts += MessageText::tr("first token %1 s").arg(seconds(statistics.first_token_ms));
  return parts.join(QStringLiteral(" · "));
}

QString figures_line(const QString& model, const AnswerStatistics& statistics) {
  QStringList parts{model, statistics_line(statistics)};
  parts.removeAll(QString());
  return parts.join(QStringLiteral(" · "));
}

QString statistics_details(const AnswerStatistics& statistics) {
  if (statistics.generated <= 0) return {};
  QStringList lines{prompt_line(statistics), reuse_line(statistics.reuse),
                    MessageText::tr("Answer: %1 tokens in %2 steps")
                        .arg(statistics.generated)
                        .arg(statistics.steps)};
  if (const double speed = statistics.tokens_per_second(); speed > 0)
    lines += MessageText::tr("%1 tok/s").arg(number(speed, 1));
  lines.removeAll(QString());
  DraftingFigures drafting;
  drafting.add(statistics);
  lines += drafting.lines();
  lines += MessageText::tr("Altogether: %1 s").arg(seconds(statistics.total_ms));
  return lines.join(u'\n');
}

QString origin_lines(const QString& model, const QString& adapter, Timestamp when) {
  QStringList lines;
  if (!model.isEmpty()) lines += MessageText::tr("Model: %1").arg(model);
  if (!adapter.isEmpty()) lines += MessageText::tr("Adapter: %1").arg(adapter_text(adapter));
  if (when > 0)
    lines +=
        MessageText::tr("When: %1")
            .arg(QLocale().toString(QDateTime::fromMSecsSinceEpoch(when), QLocale::ShortFormat));
  return lines.join(u'\n');
}

QString ending_note(const Message& answer) {
  switch (answer.status) {
    case MessageStatus::kStopped:
      if (answer.error == engine::kTokenLimit) return MessageText::tr("Ended by your token limit");
      if (answer.error == engine::kContextFull)
        return MessageText::tr("The model's context is full");
      return MessageText::tr("Stopped");
    case MessageStatus::kInterrupted:
      return MessageText::tr("Interrupted when Canter ended");
    case MessageStatus::kFailed:
      return answer.error.empty() ? MessageText::tr("The answer failed")
                                  : QString::fromStdString(answer.error);
    case MessageStatus::kStreaming:
      return MessageText::tr("Being written by another window");
    case MessageStatus::kComplete:
      if (answer.edited) return MessageText::tr("Edited by hand");
      break;
  }
  return {};
}

}  // namespace canter::ui
