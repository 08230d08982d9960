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
    /// From the first step, with nothing left over from before.
    void restart();
    /// After connected(): the key, once.
    [[nodiscard]] SecretBuffer takeKey() { return std::move(m_key); }

signals:
    void sampleRequested();
    void openFileRequested();
    /// The key is tested and, unless held, in the keychain.
    void connected(bool heldForThisRunOnly);

private:
    QWidget* buildPanel(const Look& look);
    QWidget* buildLeft(const Look& look);
    QWidget* buildRight(const Look& look);
    QWidget* buildWhichKey();
    QWidget* buildFooter(const Look& look);
    void showStep(int step);
    void next();
    void storeKey();
    void hold();

    Services& m_services;
    StepList* m_steps;
    QLabel* m_heading;
    QLabel* m_subheading;
    QStackedWidget* m_pages;
    KeyTestStep* m_keyTest;
    HowFarStep* m_howFar;
    Button* m_back;
    Button* m_next;
    SecretBuffer m_key;
    bool m_held = false;
    bool m_storing = false;
    int m_attempt = 0;  // a keychain that answers after restart() is not listened to
};

}  // namespace tokenledger
