// What the preferences are made of: one widget a section. Each choice is stored when it is made, and then `changed` is
// called. GUI thread.
#pragma once

#include "ui/settings.h"

#include <QWidget>

#include <functional>

class QCheckBox;
class QGridLayout;
class QLabel;
class QLineEdit;
class QRadioButton;
class QSpinBox;
class QVBoxLayout;

namespace tokenledger {

class PreferenceSection : public QWidget {
    Q_OBJECT
public:
    PreferenceSection(const Look& look, Settings& settings, std::function<void()> changed, QWidget* parent);

protected:
    /// Fields at the top, nothing below; comes last. An aligned layout would not give its notes their lines.
    void finish();
    /// A value and how it is called.
    template <typename Value>
    using Choices = std::vector<std::pair<Value, QString>>;

    void addHeading(const QString& text);
    void addNote(const QString& text);
    void addRow(const QString& label, QWidget* field);
    /// A row with a button whose menu holds the choices; `choose` stores one.
    template <typename Value>
    void addChoice(const QString& label, const char* name, const Choices<Value>& choices, const Value& current,
                   std::function<void(const Value&)> choose);
    void addCheck(const QString& text, const char* name, bool on, std::function<void(bool)> choose);
    [[nodiscard]] Settings& settings() const { return m_settings; }
    [[nodiscard]] QVBoxLayout* column() const { return m_column; }
    void tellChanged() { m_changed(); }

private:
    void addMenuRow(const QString& label, const char* name, const QStringList& texts, int current,
                    std::function<void(int)> choose);

    const Look& m_look;
    Settings& m_settings;
    std::function<void()> m_changed;
    QVBoxLayout* m_column;
};

class GeneralSection : public PreferenceSection {
    Q_OBJECT
public:
    GeneralSection(const Look& look, Settings& settings, std::function<void()> changed, QWidget* parent);

private:
    void addStart();
};

class NumbersSection : public PreferenceSection {
    Q_OBJECT
public:
    NumbersSection(const Look& look, Settings& settings, std::function<void()> changed, QWidget* parent);
};

class SyncSection : public PreferenceSection {
    Q_OBJECT
public:
    SyncSection(const Look& look, Settings& settings, std::function<void()> changed, QWidget* parent);
    /// False, and a sentence beside the field, when the proxy's address is none.
    bool storeProxy();

private:
    void addProxy();
    QCheckBox* m_autoSync;
    QSpinBox* m_minutes;
    QRadioButton* m_ownProxy;
    QLineEdit* m_proxy;
    QLabel* m_proxyProblem;
};

class ExportSection : public PreferenceSection {
    Q_OBJECT
public:
    ExportSection(const Look& look, Settings& settings, std::function<void()> changed, QWidget* parent);

private:
    void change(const std::function<void(CsvOptions&)>& apply);
};

}  // namespace tokenledger
