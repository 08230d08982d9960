// Second step of the first run: paste the key, test it, read in plain words what came out. GUI thread.
// The key lives in the field until it is taken; it goes nowhere else than the test and whoever takes it.
#pragma once

#include "app/api/keycheck.h"
#include "ui/services.h"
#include "ui/theme.h"
#include "ui/widgets/checklist.h"

#include <QPointer>
#include <QWidget>

class QFrame;
class QLabel;
class QLineEdit;

namespace tokenledger {

class Button;
class IconLabel;

class KeyTestStep : public QWidget {
    Q_OBJECT
public:
    KeyTestStep(const Look& look, Services& services, QWidget* parent = nullptr);
    ~KeyTestStep() override;

    /// The test said that this key does, and it has not been changed since.
    [[nodiscard]] bool isGood() const { return m_good; }
    /// Whose key it is, once it is good.
    [[nodiscard]] const Organization& organization() const { return m_organization; }
    [[nodiscard]] SecretBuffer copyOfKey() const;
    /// One more sentence below the verdict of a good key.
    void addRemark(const QString& sentence);
    /// Wipes the field as far as Qt allows.
    void clear();
    void focusField();
    /// What the keychain said when it did not take the key.
    void showKeychainProblem(const Error& error);

signals:
    void goodChanged(bool good);
    /// Enter in the field, after a good test.
    void nextWanted();
    void holdForThisRunClicked();

private:
    QWidget* buildField(const Look& look);
    QWidget* buildDiagnosis(const Look& look);
    void wipe();
    void test();
    void onProgress(const KeyCheckReport& report);
    void onFinished(const KeyCheckReport& report);
    void onKeyEdited();
    void setGood(bool good);
    void setFieldState(const QString& state);
    void setDiagnosis(const QString& icon, bool bad, const QString& headline, const QString& explanation);
    void showLines(const KeyCheckReport& report);

    Services& m_services;
    QLineEdit* m_field;
    Button* m_show;
    Button* m_test;
    QFrame* m_diagnosis;
    IconLabel* m_diagnosisIcon;
    QLabel* m_headline;
    QLabel* m_explanation;
    QWidget* m_keyActions;
    Button* m_hold;
    CheckList* m_checks;
    Button* m_technicalToggle;
    QLabel* m_technical;
    QPointer<KeyCheck> m_check;
    Organization m_organization;
    bool m_good = false;
};

/// The lines under the field, from a report; pure.
[[nodiscard]] QList<CheckList::Line> keyCheckLines(const KeyCheckReport& report);
/// What a member can send to an administrator.
[[nodiscard]] QString requestToAdmin();
inline constexpr auto AdminKeysAddress = "https://platform.claude.com/settings/admin-keys";

}  // namespace tokenledger
