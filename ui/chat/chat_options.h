#pragma once

#include <QtQml/qqmlregistration.h>
#include <QObject>
#include <QString>
#include <QStringList>
#include <QVariantList>
#include <vector>

#include "session/session.h"

namespace canter::ui {

/// How answers are given in the conversation that is shown: system prompt, sampling, limits, and
/// presets of them. Changes count from the next answer on.
class ChatOptions : public QObject {
  Q_OBJECT
  QML_ELEMENT
  QML_UNCREATABLE("made by ChatController")
  Q_PROPERTY(QString systemPrompt READ system_prompt WRITE set_system_prompt NOTIFY changed)
  /// 0: always the likeliest token.
  Q_PROPERTY(double temperature READ temperature WRITE set_temperature NOTIFY changed)
  Q_PROPERTY(double topP READ top_p WRITE set_top_p NOTIFY changed)
  Q_PROPERTY(double minP READ min_p WRITE set_min_p NOTIFY changed)
  Q_PROPERTY(int topK READ top_k WRITE set_top_k NOTIFY changed)
  Q_PROPERTY(double repeatPenalty READ repeat_penalty WRITE set_repeat_penalty NOTIFY changed)
  /// 0: no limit.
  Q_PROPERTY(int maxTokens READ max_tokens WRITE set_max_tokens NOTIFY changed)
  /// Empty: another one for every answer.
  Q_PROPERTY(QString seed READ seed WRITE set_seed NOTIFY changed)
  /// What the open model cannot do is left to it.
  Q_PROPERTY(Thinking thinking READ thinking WRITE set_thinking NOTIFY changed)
  Q_PROPERTY(WhenFull whenFull READ when_full WRITE set_when_full NOTIFY changed)
  /// Which of the values of sampling are not the model's own: an "or" of Values.
  Q_PROPERTY(int changes READ changes NOTIFY changed)
  Q_PROPERTY(bool drawn READ drawn NOTIFY changed)        ///< tokens are drawn, so seeds matter
  Q_PROPERTY(bool ordinary READ ordinary NOTIFY changed)  ///< as new chats begin
  /// Names, Canter's own first.
  Q_PROPERTY(QStringList presets READ presets NOTIFY presetsChanged)
  /// The one whose sampling is in use; -1: none.
  Q_PROPERTY(int preset READ preset NOTIFY changed)

 public:
  /// ThinkingWish, for QML.
  enum Thinking {
    AsTheModelDoes = int(ThinkingWish::kDefault),
    Off = int(ThinkingWish::kOff),
    On = int(ThinkingWish::kOn),
    Low = int(ThinkingWish::kLow),
    Medium = int(ThinkingWish::kMedium),
    High = int(ThinkingWish::kHigh),
  };
  Q_ENUM(Thinking)
  /// engine::WhenFull, for QML.
  enum WhenFull {
    Stop = int(engine::WhenFull::kStop),
    DropOldest = int(engine::WhenFull::kDropOldest),
    DropMiddle = int(engine::WhenFull::kDropMiddle),
  };
  Q_ENUM(WhenFull)
  enum Value { Temperature = 1, TopP = 2, MinP = 4, TopK = 8, RepeatPenalty = 16 };
  Q_ENUM(Value)

  explicit ChatOptions(Session& session, QObject* parent = nullptr);

  const engine::ChatSettings& settings() const { return settings_; }

  QString system_prompt() const { return QString::fromStdString(settings_.system_prompt); }
  void set_system_prompt(const QString& text);
  double temperature() const { return sampling().temperature; }
  void set_temperature(double value);
  double top_p() const { return sampling().top_p; }
  void set_top_p(double value);
  double min_p() const { return sampling().min_p; }
  void set_min_p(double value);
  int top_k() const { return sampling().top_k; }
  void set_top_k(int value);
  double repeat_penalty() const { return sampling().repeat_penalty; }
  void set_repeat_penalty(double value);
  int max_tokens() const { return settings_.max_tokens; }
  void set_max_tokens(int value);
  QString seed() const;
  void set_seed(const QString& text);
  Thinking thinking() const { return Thinking(settings_.thinking); }
  void set_thinking(Thinking wish);
  WhenFull when_full() const { return WhenFull(settings_.when_full); }
  void set_when_full(WhenFull wish);
  bool drawn() const { return temperature() > 0; }
  int changes() const;
  bool ordinary() const { return settings_ == ordinary_; }
  QStringList presets() const;
  int preset() const;

  /// The model's own value again.
  Q_INVOKABLE void restore(Value value);
  Q_INVOKABLE void usePreset(int index);
  Q_INVOKABLE bool canDeletePreset(int index) const;
  Q_INVOKABLE void savePreset(const QString& name);
  Q_INVOKABLE void deletePreset(int index);
  Q_INVOKABLE void reset();
  /// New chats begin with what is set here.
  Q_INVOKABLE void makeOrdinary();

 Q_SIGNALS:
  void changed();
  void presetsChanged();

 private:
  void follow(const engine::Event& event);
  void show(const engine::ChatSettings& settings);
  void set(const engine::ChatSettings& settings);
  template <typename Number>
  void set_sampling(std::optional<Number> PartialSampling::*setting, std::optional<Number> value);
  /// As answers will be drawn.
  SamplingSettings sampling() const;
  /// What preset number `index` would make of the settings; it leaves a system prompt alone that it
  /// has no own one for.
  engine::ChatSettings with_preset(int index) const;

  Session& session_;
  engine::ChatSettings settings_;
  engine::ChatSettings ordinary_;
  SamplingSettings of_model_;  ///< of the one that is open
  std::vector<engine::Preset> saved_;
};

}  // namespace canter::ui
