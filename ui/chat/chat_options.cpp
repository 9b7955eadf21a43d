#include "chat/chat_options.h"

#include <QCoreApplication>
#include <array>

#include "engine/generation/chat_sampling.h"

namespace canter::ui {
namespace {

struct OwnPreset {
  const char* name;
  PartialSampling sampling;
};

const std::array kOwnPresets = {
    OwnPreset{QT_TRANSLATE_NOOP("ChatOptions", "Model's own"), {}},
    OwnPreset{QT_TRANSLATE_NOOP("ChatOptions", "Precise"), {.temperature = 0}},
    OwnPreset{QT_TRANSLATE_NOOP("ChatOptions", "Balanced"),
              {.temperature = 0.7, .top_p = 0.95, .min_p = 0.05}},
    OwnPreset{QT_TRANSLATE_NOOP("ChatOptions", "Creative"),
              {.temperature = 1.0, .top_p = 0.98, .min_p = 0.02}},
};
constexpr int kOwn = int(kOwnPresets.size());

}  // namespace

ChatOptions::ChatOptions(Session& session, QObject* parent) : QObject(parent), session_(session) {
  connect(&session, &Session::event, this, &ChatOptions::follow);
  connect(&session, &Session::languageChanged, this, &ChatOptions::presetsChanged);
  connect(&session, &Session::currentChanged, this, [this] {
    if (session_.current() == 0) show(ordinary_);
  });
}

void ChatOptions::set_system_prompt(const QString& text) {
  engine::ChatSettings wanted = settings_;
  wanted.system_prompt = text.trimmed().toStdString();
  set(wanted);
}

template <typename Number>
void ChatOptions::set_sampling(std::optional<Number> PartialSampling::*setting,
                               std::optional<Number> value) {
  engine::ChatSettings wanted = settings_;
  wanted.sampling.*setting = value;
  set(wanted);
}

SamplingSettings ChatOptions::sampling() const {
  return engine::changed(of_model_, settings_.sampling);
}

int ChatOptions::changes() const {
  const auto bit = [](const auto& own, Value value) { return own ? int(value) : 0; };
  const PartialSampling& own = settings_.sampling;
  return bit(own.temperature, Temperature) | bit(own.top_p, TopP) | bit(own.min_p, MinP) |
         bit(own.top_k, TopK) | bit(own.repeat_penalty, RepeatPenalty);
}

void ChatOptions::restore(Value value) {
  switch (value) {
    case Temperature:
      return set_sampling(&PartialSampling::temperature, {});
    case TopP:
      return set_sampling(&PartialSampling::top_p, {});
    case MinP:
      return set_sampling(&PartialSampling::min_p, {});
    case TopK:
      return set_sampling(&PartialSampling::top_k, {});
    case RepeatPenalty:
      return set_sampling(&PartialSampling::repeat_penalty, {});
  }
}

void ChatOptions::set_temperature(double value) {
  set_sampling(&PartialSampling::temperature, {value});
}

void ChatOptions::set_top_p(double value) {
  set_sampling(&PartialSampling::top_p, {value});
}

void ChatOptions::set_min_p(double value) {
  set_sampling(&PartialSampling::min_p, {value});
}

void ChatOptions::set_top_k(int value) {
  set_sampling(&PartialSampling::top_k, {value});
}

void ChatOptions::set_repeat_penalty(double value) {
  set_sampling(&PartialSampling::repeat_penalty, {value});
}

void ChatOptions::set_max_tokens(int value) {
  engine::ChatSettings wanted = settings_;
  wanted.max_tokens = value;
  set(wanted);
}

QString ChatOptions::seed() const {
  return settings_.fixed_seed ? QString::number(settings_.seed) : QString();
}

void ChatOptions::set_seed(const QString& text) {
  bool is_number = false;
  const quint64 seed = text.trimmed().toULongLong(&is_number);
  engine::ChatSettings wanted = settings_;
  wanted.fixed_seed = is_number;
  wanted.seed = is_number ? seed : 0;
  set(wanted);
}

void ChatOptions::set_thinking(Thinking wish) {
  engine::ChatSettings wanted = settings_;
  wanted.thinking = ThinkingWish(wish);
  set(wanted);
}

void ChatOptions::set_when_full(WhenFull wish) {
  engine::ChatSettings wanted = settings_;
  wanted.when_full = engine::WhenFull(wish);
  set(wanted);
}

QStringList ChatOptions::presets() const {
  QStringList names;
  for (const OwnPreset& own : kOwnPresets)
    names += QCoreApplication::translate("ChatOptions", own.name);
  for (const engine::Preset& saved : saved_) names += QString::fromStdString(saved.name);
  return names;
}

int ChatOptions::preset() const {
  for (int index = kOwn + int(saved_.size()) - 1; index >= 0; --index)
    if (with_preset(index) == settings_) return index;
  return -1;
}

engine::ChatSettings ChatOptions::with_preset(int index) const {
  if (index >= kOwn) return saved_[std::size_t(index - kOwn)].settings;
  engine::ChatSettings wanted = settings_;
  wanted.sampling = kOwnPresets[std::size_t(index)].sampling;
  return wanted;
}

void ChatOptions::usePreset(int index) {
  if (index >= 0 && index < kOwn + int(saved_.size())) set(with_preset(index));
}

bool ChatOptions::canDeletePreset(int index) const {
  return index >= kOwn && index < kOwn + int(saved_.size());
}

void ChatOptions::savePreset(const QString& name) {
  if (!name.trimmed().isEmpty())
    session_.post(engine::SavePreset{name.trimmed().toStdString(), settings_});
}

void ChatOptions::deletePreset(int index) {
  if (canDeletePreset(index))
    session_.post(engine::DeletePreset{saved_[std::size_t(index - kOwn)].id});
}

void ChatOptions::reset() {
  set({});
}

void ChatOptions::makeOrdinary() {
  ordinary_ = settings_;
  session_.post(engine::ConfigureChat{{}, ordinary_});
  Q_EMIT changed();
}

void ChatOptions::follow(const engine::Event& event) {
  dispatch(
      event,
      [this](const engine::NewChatPrepared& prepared) {
        ordinary_ = prepared.settings;
        if (session_.current() == 0) show(ordinary_);
        session_.post(engine::ListPresets{});
      },
      [this](const engine::ConversationOpened& opened) {
        if (opened.conversation.id == session_.current())
          show(engine::read_chat_settings(opened.conversation.settings));
      },
      [this](const engine::ModelOpened& opened) {
        of_model_ = opened.model.sampling;
        Q_EMIT changed();
      },
      [this](const engine::PresetsListed& listed) {
        saved_ = listed.presets;
        Q_EMIT presetsChanged();
        Q_EMIT changed();
      });
}

void ChatOptions::show(const engine::ChatSettings& settings) {
  if (settings == settings_) return;
  settings_ = settings;
  Q_EMIT changed();
}

void ChatOptions::set(const engine::ChatSettings& settings) {
  if (settings == settings_) return;
  show(settings);
  if (session_.current() != 0) session_.post(engine::ConfigureChat{session_.current(), settings_});
}

}  // namespace canter::ui
