#pragma once

#include <QtQml/qqmlregistration.h>
#include <QObject>
#include <QString>
#include <QTimer>
#include <QUrl>

#include "session/session.h"

namespace canter::ui {

/// What Canter computes with, and where it keeps what was said.
class SettingsController : public QObject {
  Q_OBJECT
  QML_ELEMENT
  QML_UNCREATABLE("made by the program")
  /// False until the engine has told how it is set up.
  Q_PROPERTY(bool known READ known NOTIFY computingChanged)
  /// What is wished for; 0: left to Canter.
  Q_PROPERTY(int threads READ threads WRITE set_threads NOTIFY computingChanged)
  Q_PROPERTY(int automaticThreads READ automatic_threads NOTIFY computingChanged)
  Q_PROPERTY(int mostThreads READ most_threads NOTIFY computingChanged)
  /// How many compute in this run, as the command line has it; 0: it says nothing.
  Q_PROPERTY(int fixedThreads READ fixed_threads NOTIFY computingChanged)
  /// Bits of a number of the K/V cache: 32, 16 or 8.
  Q_PROPERTY(int cacheBits READ cache_bits WRITE set_cache_bits NOTIFY computingChanged)
  /// Tokens of a chat, at most; 0: left to Canter.
  Q_PROPERTY(int context READ context WRITE set_context NOTIFY computingChanged)
  /// For chats that one may come back to, in MiB; 0: the last one alone, -1: left to Canter.
  Q_PROPERTY(int keptMebibytes READ kept_mebibytes WRITE set_kept_mebibytes NOTIFY computingChanged)
  /// Path of the model that opens at start and that new chats begin with; empty: the last one used.
  Q_PROPERTY(
      QString defaultModel READ default_model WRITE set_default_model NOTIFY computingChanged)
  /// What was chosen is not so yet, as an answer still runs.
  Q_PROPERTY(bool waiting READ waiting NOTIFY computingChanged)
  Q_PROPERTY(QString dataFolder READ data_folder CONSTANT)
  /// Of the database, with its unit; empty while there is none.
  Q_PROPERTY(QString dataSize READ data_size NOTIFY dataSizeChanged)
  Q_PROPERTY(ExportState exportState READ export_state NOTIFY exportChanged)
  /// The file that was written, or why there is none.
  Q_PROPERTY(QString exportText READ export_text NOTIFY exportChanged)
  Q_PROPERTY(QString version READ version CONSTANT)

 public:
  enum ExportState { NotExported, Exporting, Exported, ExportFailed };
  Q_ENUM(ExportState)

  SettingsController(Session& session, QString data_folder, QObject* parent = nullptr);
  ~SettingsController() override;

  bool known() const { return engine_.most_threads > 0; }
  int threads() const { return wish_.threads; }
  void set_threads(int threads);
  int automatic_threads() const { return engine_.automatic_threads; }
  int most_threads() const { return engine_.most_threads; }
  int fixed_threads() const { return engine_.threads_fixed ? engine_.threads : 0; }
  int cache_bits() const;
  void set_cache_bits(int bits);
  int context() const { return wish_.context; }
  void set_context(int tokens);
  int kept_mebibytes() const { return wish_.kept_mib; }
  void set_kept_mebibytes(int mebibytes);
  QString default_model() const { return QString::fromStdString(engine_.default_model); }
  void set_default_model(const QString& path);
  bool waiting() const { return wish_ != engine_.wish; }
  QString data_folder() const;
  QString data_size() const;
  ExportState export_state() const { return export_state_; }
  QString export_text() const { return export_text_; }
  QString version() const;

  Q_INVOKABLE void resetComputing();
  /// In the system's file manager.
  Q_INVOKABLE void openDataFolder();
  /// Asks where to, by saveWanted().
  Q_INVOKABLE void exportEverything();
  void export_to(const QUrl& file);
  /// The page is looked at.
  Q_INVOKABLE void refresh();

 Q_SIGNALS:
  void computingChanged();
  void dataSizeChanged();
  void exportChanged();
  void saveWanted(const QString& name, const QString& filter);

 private:
  void follow(const engine::Event& event);
  void wish(const engine::ComputingSettings& wish);
  void send_wish();
  void set_export(ExportState state, const QString& text);

  Session& session_;
  QString data_folder_;
  engine::ComputingSettings wish_;
  engine::EngineConfigured engine_;
  int awaited_ = 0;  ///< replies of the engine
  QTimer settling_;  ///< a slider passes values that nobody means
  ExportState export_state_ = NotExported;
  QString export_text_;
};

}  // namespace canter::ui
