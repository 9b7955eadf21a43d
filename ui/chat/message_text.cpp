#include "chat/message_text.h"

#include <QCoreApplication>
#include <QLocale>
#include <QStringList>

#include "engine/messages.h"

namespace canter::ui {
namespace {

/// Below this, text that was drafted one token at a time would seem accelerated by rounding.
constexpr double kWorthSaying = 1.005;

struct MessageText {
  Q_DECLARE_TR_FUNCTIONS(MessageText)
};

QString number(double value, int decimals) {
  return QLocale().toString(value, 'f', decimals);
}

QString seconds(double milliseconds) {
  return number(milliseconds / 1000, 2);
}

}  // namespace

QString statistics_line(const AnswerStatistics& statistics) {
  if (statistics.generated <= 0) return {};
  QStringList parts{MessageText::tr("%n token(s)", nullptr, statistics.generated)};
  if (const double speed = statistics.tokens_per_second(); speed > 0) {
    parts += MessageText::tr("%1 tok/s").arg(number(speed, speed < 10 ? 1 : 0));
  }
  if (const double per_step = statistics.tokens_per_step(); per_step > kWorthSaying) {
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
  QStringList lines{
      MessageText::tr("Prompt: %1 tokens, %2 of them kept from the last turn, read in %3 s")
          .arg(statistics.prompt_tokens)
          .arg(statistics.reused_tokens)
          .arg(seconds(statistics.prompt_ms)),
      MessageText::tr("Answer: %1 tokens in %2 steps")
          .arg(statistics.generated)
          .arg(statistics.steps)};
  if (!statistics.accepted.empty()) {
    QStringList shares;
    for (const int steps : statistics.accepted)
      shares += MessageText::tr("%1 %").arg(number(100.0 * steps / statistics.steps, 0));
    lines += MessageText::tr("Drafts: %1 rows a step, right by depth %2")
                 .arg(number(statistics.rows_per_step(), 1), shares.join(QStringLiteral(", ")));
  }
  lines += MessageText::tr("Altogether: %1 s").arg(seconds(statistics.total_ms));
  return lines.join(u'\n');
}

QString ending_note(const Message& answer) {
  switch (answer.status) {
    case MessageStatus::kStopped:
      if (answer.error == engine::kTokenLimit) return MessageText::tr("Ended by your token limit");
      if (answer.error == engine::kContextFull)
        return MessageText::tr("The model's context is full; start a new chat");
      return MessageText::tr("Stopped");
    case MessageStatus::kInterrupted:
      return MessageText::tr("Interrupted when Canter ended");
    case MessageStatus::kFailed:
      return answer.error.empty() ? MessageText::tr("The answer failed")
                                  : QString::fromStdString(answer.error);
    case MessageStatus::kStreaming:
      return MessageText::tr("Being written by another window");
    case MessageStatus::kComplete:
      break;
  }
  return {};
}

}  // namespace canter::ui
