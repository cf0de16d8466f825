<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>pilothouse::app::ComposeCard</name>
    <message numerus="yes">
        <source>Import %n service(s)</source>
        <translation>
            <numerusform>Import %n service</numerusform>
            <numerusform>Import %n services</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>pilothouse::app::ConnectCard</name>
    <message numerus="yes">
        <source>Connect %n service(s)</source>
        <translation>
            <numerusform>Connect %n service</numerusform>
            <numerusform>Connect %n services</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>pilothouse::app::Doctor</name>
    <message numerus="yes">
        <source>%n service(s)</source>
        <translation>
            <numerusform>%n service</numerusform>
            <numerusform>%n services</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>pilothouse::app::PillRow</name>
    <message numerus="yes">
        <source>%n more</source>
        <translation>
            <numerusform>%n more</numerusform>
            <numerusform>%n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>pilothouse::app::StatusBar</name>
    <message numerus="yes">
        <source>Notifications: %n not seen</source>
        <translation>
            <numerusform>Notifications: %n not seen</numerusform>
            <numerusform>Notifications: %n not seen</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>pilothouse::app::TaskButton</name>
    <message numerus="yes">
        <source>+%n more</source>
        <translation>
            <numerusform>+%n more</numerusform>
            <numerusform>+%n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>pilothouse::database::HistoryPopup</name>
    <message numerus="yes">
        <source>%n row(s)</source>
        <translation>
            <numerusform>%n row</numerusform>
            <numerusform>%n rows</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>pilothouse::database::LockModel</name>
    <message numerus="yes">
        <source>blocks %n</source>
        <translation>
            <numerusform>blocks %n</numerusform>
            <numerusform>blocks %n</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>pilothouse::database::LocksPanel</name>
    <message numerus="yes">
        <source>%n session(s) wait</source>
        <translation>
            <numerusform>%n session waits</numerusform>
            <numerusform>%n sessions wait</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>pilothouse::database::ObjectData</name>
    <message numerus="yes">
        <source>%n row(s), in no order</source>
        <translation>
            <numerusform>%n row, in no order</numerusform>
            <numerusform>%n rows, in no order</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>First %n rows, in no order</source>
        <translation>
            <numerusform>First %n row, in no order</numerusform>
            <numerusform>First %n rows, in no order</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>pilothouse::database::ObjectPanel</name>
    <message numerus="yes">
        <source>%n partition(s)</source>
        <translation>
            <numerusform>%n partition</numerusform>
            <numerusform>%n partitions</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>DROP is refused without CASCADE: %n object(s) hold on to it</source>
        <translation>
            <numerusform>DROP is refused without CASCADE: %n object holds on to it</numerusform>
            <numerusform>DROP is refused without CASCADE: %n objects hold on to it</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n dependent(s)</source>
        <translation>
            <numerusform>%n dependent</numerusform>
            <numerusform>%n dependents</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n session(s) wait, held up by %1</source>
        <translation>
            <numerusform>%n session waits, held up by %1</numerusform>
            <numerusform>%n sessions wait, held up by %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n session(s) wait</source>
        <translation>
            <numerusform>%n session waits</numerusform>
            <numerusform>%n sessions wait</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>pilothouse::database::SessionCard</name>
    <message numerus="yes">
        <source>%n more</source>
        <translation>
            <numerusform>%n more</numerusform>
            <numerusform>%n more</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1, blocks %n session(s)</source>
        <translation>
            <numerusform>%1, blocks %n session</numerusform>
            <numerusform>%1, blocks %n sessions</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>pilothouse::queue::ConsolePanel</name>
    <message numerus="yes">
        <source>%n command(s)</source>
        <translation>
            <numerusform>%n command</numerusform>
            <numerusform>%n commands</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>pilothouse::queue::KeyTreeModel</name>
    <message numerus="yes">
        <source>%n key(s)</source>
        <translation>
            <numerusform>%n key</numerusform>
            <numerusform>%n keys</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>pilothouse::queue::ServerPane</name>
    <message numerus="yes">
        <source>%n command(s), last %1 kept</source>
        <translation>
            <numerusform>%n command, last %1 kept</numerusform>
            <numerusform>%n commands, last %1 kept</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n command(s)</source>
        <translation>
            <numerusform>%n command</numerusform>
            <numerusform>%n commands</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>pilothouse::queue::StreamBar</name>
    <message numerus="yes">
        <source>Claim %n…</source>
        <translation>
            <numerusform>Claim %n…</numerusform>
            <numerusform>Claim %n…</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>pilothouse::ui::CountdownRing</name>
    <message numerus="yes">
        <source>%n second(s) to the next try</source>
        <translation>
            <numerusform>%n second to the next try</numerusform>
            <numerusform>%n seconds to the next try</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>pilothouse::ui::LogView</name>
    <message numerus="yes">
        <source>%n new line(s)</source>
        <translation>
            <numerusform>%n new line</numerusform>
            <numerusform>%n new lines</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>pilothouse::ui::ToastStack</name>
    <message numerus="yes">
        <source>%n more</source>
        <translation>
            <numerusform>%n more</numerusform>
            <numerusform>%n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>pilothouse::workflow::RunSearchDelegate</name>
    <message numerus="yes">
        <source>Try %1, %2, %n hit(s)</source>
        <translation>
            <numerusform>Try %1, %2, %n hit</numerusform>
            <numerusform>Try %1, %2, %n hits</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>pilothouse::workflow::RunSearchModel</name>
    <message numerus="yes">
        <source>%1, try %2, %3, %n hit(s)</source>
        <translation>
            <numerusform>%1, try %2, %3, %n hit</numerusform>
            <numerusform>%1, try %2, %3, %n hits</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>postgres</name>
    <message numerus="yes">
        <source>%n deadlock(s)</source>
        <translation>
            <numerusform>%n deadlock</numerusform>
            <numerusform>%n deadlocks</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>queue</name>
    <message numerus="yes">
        <source>%n key(s) evicted</source>
        <translation>
            <numerusform>%n key evicted</numerusform>
            <numerusform>%n keys evicted</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n connection(s) rejected</source>
        <translation>
            <numerusform>%n connection rejected</numerusform>
            <numerusform>%n connections rejected</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n key(s) deleted</source>
        <translation>
            <numerusform>%n key deleted</numerusform>
            <numerusform>%n keys deleted</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Delete %n key(s)?</source>
        <translation>
            <numerusform>Delete %n key?</numerusform>
            <numerusform>Delete %n keys?</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Acknowledge %n pending entries?</source>
        <translation>
            <numerusform>Acknowledge %n pending entry?</numerusform>
            <numerusform>Acknowledge %n pending entries?</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Give %n pending entries to %1?</source>
        <translation>
            <numerusform>Give %n pending entry to %1?</numerusform>
            <numerusform>Give %n pending entries to %1?</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n entries claimed</source>
        <translation>
            <numerusform>%n entry claimed</numerusform>
            <numerusform>%n entries claimed</numerusform>
        </translation>
    </message>
</context>
</TS>
