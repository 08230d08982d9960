// What the window's tests give it: scripted dialogs, a keychain in memory, the sample organization, scripted answers.
#pragma once

#include "app/api/keycheck.h"
#include "app/sample/sampletransport.h"
#include "tests/api/scriptedtransport.h"
#include "ui/mainwindow.h"

#include <QPdfWriter>
#include <QTemporaryDir>

#include <deque>
#include <map>

namespace tokenledger::test {

/// Answers file questions from a list and keeps what was shown.
class ScriptedDialogs final : public Dialogs {
public:
    std::deque<QString> files;
    std::deque<int> answers;
    std::vector<FileQuestion> asked;
    std::vector<Message> shown;
    std::vector<TextQuestion> texts;
    std::optional<QString> textAnswer;  // nothing: the user thinks better of it
    QStringList addresses;

    void openFile(QWidget*, const FileQuestion& question, std::function<void(QString)> done) override {
        answerFile(question, done);
    }
    void saveFile(QWidget*, const FileQuestion& question, std::function<void(QString)> done) override {
        answerFile(question, done);
    }
    void openFolder(QWidget*, const QString& title, std::function<void(QString)> done) override {
        answerFile({title, {}, {}}, done);
    }
    /// Onto the PDF file that `files` names.
    void print(QWidget*, const QString& title, std::function<void(QPagedPaintDevice&)> paint) override {
        answerFile({title, {}, {}}, [&paint](const QString& file) {
            if (file.isEmpty()) return;
            QPdfWriter writer(file);
            paint(writer);
        });
    }
    void show(QWidget*, const Message& message, std::function<void(int)> done) override {
        shown.push_back(message);
        const int answer = answers.empty() ? -1 : answers.front();
        if (!answers.empty()) answers.pop_front();
        done(answer);
    }
    void askText(QWidget*, const TextQuestion& question, std::function<void(QString)> done) override {
        texts.push_back(question);
        if (textAnswer) done(*textAnswer);
    }
    void openAddress(const QString& address) override { addresses.append(address); }

private:
    void answerFile(const FileQuestion& question, const std::function<void(QString)>& done) {
        asked.push_back(question);
        const QString file = files.empty() ? QString() : files.front();
        if (!files.empty()) files.pop_front();
        done(file);
    }
};

/// A keychain in memory, or one that refuses.
class MemorySecrets final : public SecretStore {
public:
    std::map<QString, QByteArray> entries;
    bool broken = false;

    void read(const QString& profile, QObject* context, std::function<void(Result<SecretBuffer>)> done) override;
    void write(const QString& profile, SecretBuffer key, QObject* context,
               std::function<void(Result<void>)> done) override;
    void remove(const QString& profile, QObject* context, std::function<void(Result<void>)> done) override;
};

/// A home of its own: settings, caches, services. One window at a time on top of it.
class GuiHome {
public:
    /// `clock`: outlives the home; none: 19 November 2026, 13:42, and waiting takes real time.
    explicit GuiHome(Clock* clock = nullptr);

    [[nodiscard]] QString path(const QString& name) const { return m_folder.filePath(name); }
    [[nodiscard]] QString samplePath() const { return path(QStringLiteral("sample.tokenledger")); }
    [[nodiscard]] QString livePath() const { return profiles.cachePath(QStringLiteral("default")); }
    [[nodiscard]] QString settingsPath() const { return path(QStringLiteral("settings.ini")); }

private:
    QTemporaryDir m_folder;
    SystemClock m_clock{QDateTime(QDate(2026, 11, 19), QTime(13, 42), Qt::UTC)};

public:
    Clock& clock;
    MemorySecrets secrets;
    ScriptedDialogs dialogs;
    ScriptedTransport network;
    SampleTransport sample{clock};
    Settings settings;
    Profiles profiles;
    std::vector<QUrl> proxies;  // as they were set
    PriceBook prices = PriceBook::builtIn();
    Services services;
};

/// The child of this type and name; the test ends when there is none.
template <typename Widget>
Widget& find(QWidget& parent, const char* name) {
    auto* widget = parent.findChild<Widget*>(QLatin1String(name));
    if (widget == nullptr) qFatal("no widget \"%s\"", name);
    return *widget;
}

/// Opens a button's menu and triggers the entry of this text or object name.
void choose(QWidget& button, const QString& entry);

}  // namespace tokenledger::test
