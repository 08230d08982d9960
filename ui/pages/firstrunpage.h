// The first run, inside the window: which key, paste and test it, how far back; or the sample, or a cache file.
// GUI thread.
#pragma once

#include "ui/services.h"
#include "ui/theme.h"

#include <QWidget>

class QFrame;
class QLabel;
class QStackedWidget;

namespace tokenledger {

class Button;
class HowFarStep;
class KeyTestStep;
class StepList;

class FirstRunPage : public QWidget {
    Q_OBJECT
public:
    FirstRunPage(const Look& look, Services& services, QWidget* parent = nullptr);
    /// From the first step, with nothing left over from before. `profile`: the one that the key is for, unless it turns
    /// out to be another organization's; empty: a new one. `canLeave`: there is something to go back to.
    void restart(const QString& profile, bool canLeave);
    /// After connected(): the key, once.
    [[nodiscard]] SecretBuffer takeKey() { return std::move(m_key); }

signals:
    void sampleRequested();
    void openFileRequested();
    /// The key is tested and, unless held, in the keychain.
    void connected(const QString& profile, bool heldForThisRunOnly);
    /// The user goes back to what was open before.
    void left();

private:
    QWidget* buildPanel(const Look& look);
    QWidget* buildLeft(const Look& look);
    QWidget* buildRight(const Look& look);
    QWidget* buildWhichKey();
    QWidget* buildFooter(const Look& look);
    void showStep(int step);
    void next();
    void onKeyTested(bool good);
    [[nodiscard]] QString profileFor(const Organization& organization) const;
    void storeKey();
    void keyIsKept(bool held);
    void hold();

    Services& m_services;
    QLabel* m_title;
    StepList* m_steps;
    QLabel* m_heading;
    QLabel* m_subheading;
    QStackedWidget* m_pages;
    KeyTestStep* m_keyTest;
    HowFarStep* m_howFar;
    Button* m_back;
    Button* m_next;
    QString m_profile;  // for which the page was opened
    QString m_target;   // of the tested key
    bool m_canLeave = false;
    SecretBuffer m_key;
    bool m_held = false;
    bool m_storing = false;
    int m_attempt = 0;  // a keychain that answers after restart() is not listened to
};

}  // namespace tokenledger
