<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ko" sourcelanguage="en">
<context>
    <name>Absence</name>
    <message>
        <source>%1 waits for its password</source>
        <translation>%1이(가) 비밀번호를 기다립니다</translation>
    </message>
    <message>
        <source>%1 is not in this profile</source>
        <translation>%1이(가) 이 프로필에 없습니다</translation>
    </message>
    <message>
        <source>The keychain has not answered yet. It goes on by itself once it does.</source>
        <translation>키체인이 아직 응답하지 않았습니다. 응답하면 저절로 이어집니다.</translation>
    </message>
</context>
<context>
    <name>Application</name>
    <message>
        <source>Welcome</source>
        <translation>시작</translation>
    </message>
</context>
<context>
    <name>BrokerRows</name>
    <message>
        <source>Broker</source>
        <translation>브로커</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>주소</translation>
    </message>
    <message>
        <source>Rack</source>
        <translation>랙</translation>
    </message>
    <message>
        <source>Leads</source>
        <translation>리더 수</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>크기</translation>
    </message>
    <message>
        <source>Disk used</source>
        <translation>디스크 사용량</translation>
    </message>
    <message>
        <source>%1 · controller</source>
        <translation>%1 · 컨트롤러</translation>
    </message>
    <message>
        <source>Partitions it leads</source>
        <translation>리더를 맡은 파티션</translation>
    </message>
    <message>
        <source>It does not tell: rights, or its version</source>
        <translation>브로커가 알려 주지 않음: 권한이나 버전 문제</translation>
    </message>
    <message>
        <source>Told by Kafka 3.3 and later</source>
        <translation>Kafka 3.3 이상에서 알려 줌</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 / %2</translation>
    </message>
</context>
<context>
    <name>CommandLine</name>
    <message>
        <source>There is no command &quot;%1&quot;.</source>
        <translation>&quot;%1&quot; 명령이 없습니다.</translation>
    </message>
    <message>
        <source>%1 takes no value.</source>
        <translation>%1에는 값을 지정하지 않습니다.</translation>
    </message>
    <message>
        <source>--theme is dark or light.</source>
        <translation>--theme은 dark 또는 light입니다.</translation>
    </message>
    <message>
        <source>--lang is en, zh_TW or ko.</source>
        <translation>--lang은 en, zh_TW 또는 ko입니다.</translation>
    </message>
    <message>
        <source>--size is WIDTHxHEIGHT, at least 640x480.</source>
        <translation>--size 형식은 너비x높이이며 640x480 이상이어야 합니다.</translation>
    </message>
    <message>
        <source>There is no option %1.</source>
        <translation>%1 옵션이 없습니다.</translation>
    </message>
    <message>
        <source>%1 needs a value.</source>
        <translation>%1에는 값이 필요합니다.</translation>
    </message>
    <message>
        <source>--doctor and --tour do not go together.</source>
        <translation>--doctor와 --tour는 함께 쓸 수 없습니다.</translation>
    </message>
    <message>
        <source>--json belongs to --doctor.</source>
        <translation>--json은 --doctor와 함께 씁니다.</translation>
    </message>
    <message>
        <source>--theme, --lang and --size belong to --tour.</source>
        <translation>--theme, --lang, --size는 --tour와 함께 씁니다.</translation>
    </message>
    <message>
        <source>There is no display. Set DISPLAY or WAYLAND_DISPLAY, or use packaging/run --headless.</source>
        <translation>디스플레이가 없습니다. DISPLAY 또는 WAYLAND_DISPLAY를 설정하거나 packaging/run --headless를 사용하세요.</translation>
    </message>
    <message>
        <source>There is no sandbox on this computer: only the empty window and the first screen are shown. --profile names another profile.</source>
        <translation>이 컴퓨터에는 샌드박스가 없어 빈 창과 첫 화면만 표시합니다. 다른 프로필은 --profile로 지정하세요.</translation>
    </message>
    <message>
        <source>The display cannot be opened. Check DISPLAY, WAYLAND_DISPLAY and QT_QPA_PLATFORM, or use packaging/run --headless.</source>
        <translation>디스플레이를 열 수 없습니다. DISPLAY, WAYLAND_DISPLAY, QT_QPA_PLATFORM을 확인하거나 packaging/run --headless를 사용하세요.</translation>
    </message>
    <message>
        <source>Usage: pilothouse [options]

  --profile NAME|FILE  open this profile
  --doctor [--json]    check profile, services, keychain, folders, fonts and sandbox
  --tour DIR           write a picture of every panel and tour.json into DIR
      --theme dark|light   --lang en|zh_TW|ko   --size WIDTHxHEIGHT
  pipeline COMMAND …   check, generate, import, compare and draw pipelines;
                       pipeline --help says more
  --version            print the version
  --help               print this text

Exit codes: 0 ok, 1 found a problem, 2 wrong usage, 3 no display, 4 profile unreadable.
</source>
        <translation>사용법: pilothouse [옵션]

  --profile NAME|FILE  이 프로필을 엽니다
  --doctor [--json]    프로필, 서비스, 키체인, 폴더, 글꼴, 샌드박스를 확인합니다
  --tour DIR           모든 패널의 그림과 tour.json을 DIR에 씁니다
      --theme dark|light   --lang en|zh_TW|ko   --size WIDTHxHEIGHT
  pipeline COMMAND …   파이프라인을 확인, 생성, 가져오기, 비교하고 그림으로 그립니다.
                       자세한 내용은 pipeline --help
  --version            버전을 표시합니다
  --help               이 도움말을 표시합니다

종료 코드: 0 정상, 1 문제 발견, 2 잘못된 사용, 3 디스플레이 없음, 4 프로필을 읽을 수 없음.
</translation>
    </message>
</context>
<context>
    <name>Compose</name>
    <message>
        <source>%1 is not followed</source>
        <translation>%1: 따라가지 않음</translation>
    </message>
    <message>
        <source>without a value: %1</source>
        <translation>값 없음: %1</translation>
    </message>
    <message>
        <source>built here, so its image does not say what it is</source>
        <translation>여기서 빌드되어 이미지만으로는 무엇인지 알 수 없음</translation>
    </message>
    <message>
        <source>not a service that Pilothouse steers</source>
        <translation>Pilothouse가 다루는 서비스가 아님</translation>
    </message>
    <message>
        <source>a part of %1 without a port of its own</source>
        <translation>%1의 일부이며 자체 포트가 없음</translation>
    </message>
    <message>
        <source>%1, but its port %2 is not published with a fixed number</source>
        <translation>%1, 하지만 포트 %2이(가) 고정 번호로 공개되지 않음</translation>
    </message>
    <message>
        <source>its address cannot be used</source>
        <translation>주소를 사용할 수 없음</translation>
    </message>
    <message>
        <source>the broker names itself %1; this computer must know that name</source>
        <translation>브로커가 자신을 %1(이)라고 알립니다. 이 컴퓨터가 그 이름을 알아야 합니다</translation>
    </message>
    <message>
        <source>Choose a docker-compose.yaml with a list of services.</source>
        <translation>서비스 목록이 있는 docker-compose.yaml을 선택하세요.</translation>
    </message>
    <message>
        <source>there is no map of services</source>
        <translation>services 맵이 없음</translation>
    </message>
    <message>
        <source>%1 is not read</source>
        <translation>%1: 읽지 않음</translation>
    </message>
</context>
<context>
    <name>DiffText</name>
    <message>
        <source>Run time %1 → %2, task time %3 → %4.</source>
        <translation>실행 시간 %1 → %2, 태스크 시간 %3 → %4.</translation>
    </message>
    <message>
        <source>Task</source>
        <translation>태스크</translation>
    </message>
    <message>
        <source>Difference</source>
        <translation>차이</translation>
    </message>
    <message>
        <source>Field</source>
        <translation>필드</translation>
    </message>
    <message numerus="yes">
        <source>%n differences follow from the date and are left out.</source>
        <translation>
            <numerusform>날짜에서 비롯된 차이 %n개는 생략했습니다.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ErrorWords</name>
    <message>
        <source>Writes are off for %1</source>
        <translation>%1: 쓰기가 꺼져 있습니다</translation>
    </message>
    <message>
        <source>%1 cannot be reached</source>
        <translation>%1에 연결할 수 없습니다</translation>
    </message>
    <message>
        <source>%1 does not answer</source>
        <translation>%1이(가) 응답하지 않습니다</translation>
    </message>
    <message>
        <source>%1 does not let us in</source>
        <translation>%1이(가) 로그인을 허용하지 않습니다</translation>
    </message>
    <message>
        <source>%1 does not have this object</source>
        <translation>%1에 이 개체가 없습니다</translation>
    </message>
    <message>
        <source>%1 reports a conflict</source>
        <translation>%1이(가) 충돌을 보고했습니다</translation>
    </message>
    <message>
        <source>The connection to %1 broke</source>
        <translation>%1 연결이 끊어졌습니다</translation>
    </message>
    <message>
        <source>%1 cannot do this</source>
        <translation>%1에서는 할 수 없는 작업입니다</translation>
    </message>
    <message>
        <source>Stopped</source>
        <translation>중지됨</translation>
    </message>
    <message>
        <source>Something went wrong with %1</source>
        <translation>%1에 문제가 발생했습니다</translation>
    </message>
    <message>
        <source>code %1</source>
        <translation>코드 %1</translation>
    </message>
    <message>
        <source>Is the server running, and is this its socket?</source>
        <translation>서버가 실행 중이며 이것이 그 소켓입니까?</translation>
    </message>
    <message>
        <source>Does the jump host let you in?</source>
        <translation>점프 호스트에 로그인할 수 있습니까?</translation>
    </message>
    <message>
        <source>Can this computer reach the port?</source>
        <translation>이 컴퓨터에서 해당 포트에 연결할 수 있습니까?</translation>
    </message>
    <message>
        <source>Is the server running on its machine?</source>
        <translation>해당 컴퓨터에서 서버가 실행 중입니까?</translation>
    </message>
    <message>
        <source>Which certificate does the server show?</source>
        <translation>서버가 어떤 인증서를 제시합니까?</translation>
    </message>
    <message>
        <source>Are user and password right?</source>
        <translation>사용자와 비밀번호가 맞습니까?</translation>
    </message>
    <message>
        <source>%1 refuses this request</source>
        <translation>%1이(가) 이 요청을 거부했습니다</translation>
    </message>
    <message>
        <source>%1 refuses this statement</source>
        <translation>%1에서 이 문을 거부했습니다</translation>
    </message>
    <message>
        <source>The keychain does not keep the password of %1</source>
        <translation>키체인이 %1의 비밀번호를 저장하지 않았습니다</translation>
    </message>
</context>
<context>
    <name>GridView</name>
    <message>
        <source>That is more than %1 MB for the clipboard. Export it to a file.</source>
        <translation>클립보드 한도 %1 MB를 넘습니다. 파일로 내보내세요.</translation>
    </message>
    <message>
        <source>Choose another folder or make room on the disk.</source>
        <translation>다른 폴더를 선택하거나 디스크 공간을 확보하세요.</translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) written to %1. Of %2 long cells only the first part.</source>
        <translation>
            <numerusform>%n개 행을 %1에 저장했습니다. 긴 셀 %2개는 앞부분만 저장되었습니다.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) written to %1.</source>
        <translation>
            <numerusform>%n개 행을 %1에 저장했습니다.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>GroupRows</name>
    <message>
        <source>Group</source>
        <translation>그룹</translation>
    </message>
    <message>
        <source>State</source>
        <translation>상태</translation>
    </message>
    <message>
        <source>Members</source>
        <translation>멤버</translation>
    </message>
    <message>
        <source>Topics</source>
        <translation>토픽</translation>
    </message>
    <message>
        <source>Behind</source>
        <translation>지연 시간</translation>
    </message>
    <message>
        <source>Lag</source>
        <translation>지연</translation>
    </message>
    <message>
        <source>Not read yet</source>
        <translation>아직 읽지 않음</translation>
    </message>
    <message>
        <source>not readable</source>
        <translation>읽을 수 없음</translation>
    </message>
    <message>
        <source>Its members are not readable with this library. %1</source>
        <translation>이 라이브러리로는 멤버를 읽을 수 없습니다. %1</translation>
    </message>
    <message>
        <source>%1 and %2 more</source>
        <translation>%1 외 %2개</translation>
    </message>
    <message>
        <source>Time of the newest message less that of the next one this group reads</source>
        <translation>최신 메시지의 시각에서 이 그룹이 다음에 읽을 메시지의 시각을 뺀 값</translation>
    </message>
    <message>
        <source>Since</source>
        <translation>시작</translation>
    </message>
    <message>
        <source>It is behind since %1</source>
        <translation>%1부터 지연되고 있습니다</translation>
    </message>
    <message>
        <source>Longer than what was recorded, or not recorded</source>
        <translation>기록된 기간보다 오래되었거나 기록되지 않음</translation>
    </message>
</context>
<context>
    <name>LockText</name>
    <message>
        <source>It holds %1 on %2. Others need %3, and the two conflict. %4 The lock ends with COMMIT or ROLLBACK.</source>
        <translation>%2에 %1 잠금을 갖고 있습니다. 다른 세션에 필요한 %3와(과) 충돌합니다. %4 잠금은 COMMIT 또는 ROLLBACK으로 끝납니다.</translation>
    </message>
    <message>
        <source>Reads go on.</source>
        <translation>읽기는 계속됩니다.</translation>
    </message>
    <message>
        <source>Reads wait too.</source>
        <translation>읽기도 기다립니다.</translation>
    </message>
    <message>
        <source>reads wait too</source>
        <translation>읽기도 대기 중</translation>
    </message>
    <message>
        <source>writes wait</source>
        <translation>쓰기 대기 중</translation>
    </message>
    <message>
        <source>reads wait too, %1</source>
        <translation>읽기도 대기 중, %1</translation>
    </message>
    <message>
        <source>writes wait, %1</source>
        <translation>쓰기 대기 중, %1</translation>
    </message>
    <message>
        <source>Reads wait too: %1 asks for AccessExclusiveLock, and they stand behind it.</source>
        <translation>읽기도 기다립니다: %1이(가) AccessExclusiveLock을 요청했고 읽기는 그 뒤에 섭니다.</translation>
    </message>
    <message>
        <source>It asks for %1 on %2 and is before others that need %3: they stand behind it. %4</source>
        <translation>%2에 대한 %1을(를) 요청하며 %3이(가) 필요한 다른 세션보다 앞에 있습니다: 그 세션들은 그 뒤에 섭니다. %4</translation>
    </message>
    <message>
        <source>Others wait for it; the server does not say for which lock.</source>
        <translation>다른 세션이 이 세션을 기다립니다. 어떤 잠금인지는 서버가 알려 주지 않습니다.</translation>
    </message>
    <message>
        <source>Others wait for it with a lock on %1.</source>
        <translation>다른 세션이 %1의 잠금 때문에 이 세션을 기다립니다.</translation>
    </message>
    <message>
        <source>Others wait for its transaction %1 to end, because of a row it has changed or locked.</source>
        <translation>이 세션이 변경하거나 잠근 행 때문에 다른 세션이 트랜잭션 %1이(가) 끝나기를 기다립니다.</translation>
    </message>
    <message>
        <source>Others wait for its transaction %1 to end: it has changed or locked a row of %2.</source>
        <translation>다른 세션이 트랜잭션 %1이(가) 끝나기를 기다립니다: 이 세션이 %2의 행을 변경하거나 잠갔습니다.</translation>
    </message>
    <message>
        <source>Others wait for its transaction to end, whatever it holds.</source>
        <translation>이 세션이 무엇을 잡고 있든 다른 세션이 그 트랜잭션이 끝나기를 기다립니다.</translation>
    </message>
    <message>
        <source>Others stand behind it for a row of %1.</source>
        <translation>다른 세션이 %1의 행 때문에 이 세션 뒤에 서 있습니다.</translation>
    </message>
    <message>
        <source>Others wait for the advisory lock %1 that it has or asks for.</source>
        <translation>다른 세션이 이 세션이 잡았거나 요청한 권고 잠금 %1을(를) 기다립니다.</translation>
    </message>
    <message>
        <source>Others wait for a lock of the kind &quot;%1&quot; that it has or asks for.</source>
        <translation>다른 세션이 이 세션이 잡았거나 요청한 &quot;%1&quot; 종류의 잠금을 기다립니다.</translation>
    </message>
    <message>
        <source>a prepared transaction</source>
        <translation>준비된 트랜잭션</translation>
    </message>
    <message>
        <source>It waits for %1.</source>
        <translation>%1을(를) 기다립니다.</translation>
    </message>
    <message>
        <source>It waits for %1 on %2, behind %3.</source>
        <translation>%2에 대한 %1을(를) %3 뒤에서 기다립니다.</translation>
    </message>
    <message>
        <source>It waits for transaction %1 of %2 to end.</source>
        <translation>%2의 트랜잭션 %1이(가) 끝나기를 기다립니다.</translation>
    </message>
    <message>
        <source>It waits for a row of %1, until transaction %2 of %3 ends.</source>
        <translation>%3의 트랜잭션 %2이(가) 끝날 때까지 %1의 행을 기다립니다.</translation>
    </message>
    <message>
        <source>It waits for the transaction of %1 to end.</source>
        <translation>%1의 트랜잭션이 끝나기를 기다립니다.</translation>
    </message>
    <message>
        <source>It waits for a row of %1, behind %2.</source>
        <translation>%2 뒤에서 %1의 행을 기다립니다.</translation>
    </message>
    <message>
        <source>It waits for the advisory lock %1, behind %2.</source>
        <translation>%2 뒤에서 권고 잠금 %1을(를) 기다립니다.</translation>
    </message>
    <message>
        <source>It waits for a lock of the kind &quot;%1&quot;, behind %2.</source>
        <translation>%2 뒤에서 &quot;%1&quot; 종류의 잠금을 기다립니다.</translation>
    </message>
    <message>
        <source>row (transaction)</source>
        <translation>행(트랜잭션)</translation>
    </message>
    <message>
        <source>transaction</source>
        <translation>트랜잭션</translation>
    </message>
    <message>
        <source>row</source>
        <translation>행</translation>
    </message>
    <message>
        <source>advisory lock</source>
        <translation>권고 잠금</translation>
    </message>
</context>
<context>
    <name>LogView</name>
    <message>
        <source>Save the log to %1</source>
        <translation>로그를 %1에 저장</translation>
    </message>
    <message>
        <source>That is more than %1 MB for the clipboard. Save the log to a file.</source>
        <translation>클립보드에 넣기에는 %1 MB가 넘습니다. 로그를 파일로 저장하세요.</translation>
    </message>
    <message>
        <source>Choose another folder or make room on the disk.</source>
        <translation>다른 폴더를 고르거나 디스크 공간을 확보하세요.</translation>
    </message>
    <message>
        <source>%1 lines written to %2.</source>
        <translation>%1줄을 %2에 썼습니다.</translation>
    </message>
</context>
<context>
    <name>MemberRows</name>
    <message>
        <source>Client</source>
        <translation>클라이언트</translation>
    </message>
    <message>
        <source>Host</source>
        <translation>호스트</translation>
    </message>
    <message>
        <source>Part.</source>
        <translation>파티션</translation>
    </message>
    <message>
        <source>Lag</source>
        <translation>지연</translation>
    </message>
    <message>
        <source>Instance</source>
        <translation>인스턴스</translation>
    </message>
</context>
<context>
    <name>MessageBytes</name>
    <message>
        <source>Empty text is no JSON</source>
        <translation>빈 텍스트는 JSON이 아닙니다</translation>
    </message>
    <message>
        <source>This is no JSON, see line %1</source>
        <translation>JSON이 아닙니다. %1번째 줄을 확인하세요</translation>
    </message>
    <message>
        <source>Two hexadecimal digits for each byte, such as 00 1f a0</source>
        <translation>바이트마다 16진수 두 자리, 예: 00 1f a0</translation>
    </message>
    <message>
        <source>Each line is one JSON object</source>
        <translation>한 줄이 JSON 개체 하나입니다</translation>
    </message>
    <message>
        <source>There are too many messages in the file</source>
        <translation>파일에 메시지가 너무 많습니다</translation>
    </message>
    <message>
        <source>The file is larger than 64 MB</source>
        <translation>파일이 64 MB보다 큽니다</translation>
    </message>
</context>
<context>
    <name>MoveRows</name>
    <message>
        <source>Topic</source>
        <translation>토픽</translation>
    </message>
    <message>
        <source>Part.</source>
        <translation>파티션</translation>
    </message>
    <message>
        <source>From</source>
        <translation>기존 브로커</translation>
    </message>
    <message>
        <source>To</source>
        <translation>새 브로커</translation>
    </message>
    <message>
        <source>Copies go from %1</source>
        <translation>%1에서 복제본 제거</translation>
    </message>
    <message>
        <source>New copies on %1</source>
        <translation>%1에 새 복제본</translation>
    </message>
</context>
<context>
    <name>NodeStates</name>
    <message>
        <source>ended %1</source>
        <translation>%1 종료</translation>
    </message>
    <message>
        <source>began %1</source>
        <translation>%1 시작</translation>
    </message>
    <message>
        <source>try %1</source>
        <translation>시도 %1</translation>
    </message>
    <message>
        <source>%1/s</source>
        <translation>%1/초</translation>
    </message>
    <message>
        <source>batch %1</source>
        <translation>배치 %1</translation>
    </message>
    <message>
        <source>lag %1</source>
        <translation>지연 %1</translation>
    </message>
</context>
<context>
    <name>ObjectPanel</name>
    <message>
        <source>primary %1</source>
        <translation>기본 키 %1</translation>
    </message>
    <message>
        <source>Column</source>
        <translation>열</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>타입</translation>
    </message>
    <message>
        <source>Null</source>
        <translation>NULL</translation>
    </message>
    <message>
        <source>Default</source>
        <translation>기본값</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>키</translation>
    </message>
    <message>
        <source>References</source>
        <translation>참조</translation>
    </message>
    <message>
        <source>Comment</source>
        <translation>설명</translation>
    </message>
    <message>
        <source>generated: %1</source>
        <translation>생성: %1</translation>
    </message>
    <message>
        <source>not null</source>
        <translation>NOT NULL</translation>
    </message>
    <message>
        <source>null</source>
        <translation>NULL</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>대상</translation>
    </message>
    <message>
        <source>May</source>
        <translation>권한</translation>
    </message>
    <message>
        <source>May grant on</source>
        <translation>재부여 가능</translation>
    </message>
    <message>
        <source>Granted by</source>
        <translation>부여한 역할</translation>
    </message>
    <message>
        <source>all</source>
        <translation>전체</translation>
    </message>
    <message>
        <source>Part</source>
        <translation>부분</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>크기</translation>
    </message>
    <message>
        <source>Share of the whole</source>
        <translation>전체 비율</translation>
    </message>
    <message>
        <source>Rows, estimate</source>
        <translation>행, 예상</translation>
    </message>
    <message>
        <source>Whole</source>
        <translation>전체</translation>
    </message>
    <message>
        <source>Total</source>
        <translation>합계</translation>
    </message>
    <message>
        <source>Table</source>
        <translation>테이블</translation>
    </message>
    <message>
        <source>TOAST</source>
        <translation>TOAST</translation>
    </message>
    <message>
        <source>Indexes</source>
        <translation>인덱스</translation>
    </message>
    <message>
        <source>Indexes, estimate of the last analyze</source>
        <translation>인덱스, 마지막 ANALYZE의 예상값</translation>
    </message>
    <message>
        <source>Partitions, estimate of the last analyze</source>
        <translation>파티션, 마지막 ANALYZE의 예상값</translation>
    </message>
    <message>
        <source>Index</source>
        <translation>인덱스</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>종류</translation>
    </message>
    <message>
        <source>Scans</source>
        <translation>스캔</translation>
    </message>
    <message>
        <source>Entries read</source>
        <translation>읽은 항목</translation>
    </message>
    <message>
        <source>Definition</source>
        <translation>정의</translation>
    </message>
    <message>
        <source>primary</source>
        <translation>기본 키</translation>
    </message>
    <message>
        <source>unique</source>
        <translation>고유</translation>
    </message>
    <message>
        <source>not valid</source>
        <translation>유효하지 않음</translation>
    </message>
    <message>
        <source>Not read since the statistics were reset</source>
        <translation>통계 초기화 이후 읽힌 적 없음</translation>
    </message>
    <message>
        <source>Object</source>
        <translation>개체</translation>
    </message>
    <message>
        <source>Through</source>
        <translation>경로</translation>
    </message>
    <message>
        <source>What happens</source>
        <translation>결과</translation>
    </message>
    <message>
        <source>dropped</source>
        <translation>삭제됨</translation>
    </message>
    <message>
        <source>named in its body</source>
        <translation>본문에 이름이 있음</translation>
    </message>
    <message>
        <source>Dropped with CASCADE, recorded by the server</source>
        <translation>CASCADE로 삭제됨, 서버에 기록된 종속성</translation>
    </message>
    <message>
        <source>Fails at its next run, function bodies searched as text</source>
        <translation>다음 실행에서 실패, 함수 본문을 텍스트로 검색</translation>
    </message>
    <message>
        <source>Dependents of %1</source>
        <translation>%1의 종속 개체</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 / %2</translation>
    </message>
    <message>
        <source>schema</source>
        <translation>스키마</translation>
    </message>
    <message>
        <source>table</source>
        <translation>테이블</translation>
    </message>
    <message>
        <source>partitioned table</source>
        <translation>분할 테이블</translation>
    </message>
    <message>
        <source>partition</source>
        <translation>파티션</translation>
    </message>
    <message>
        <source>view</source>
        <translation>뷰</translation>
    </message>
    <message>
        <source>materialised view</source>
        <translation>구체화된 뷰</translation>
    </message>
    <message>
        <source>foreign table</source>
        <translation>외부 테이블</translation>
    </message>
    <message>
        <source>sequence</source>
        <translation>시퀀스</translation>
    </message>
    <message>
        <source>index</source>
        <translation>인덱스</translation>
    </message>
    <message>
        <source>constraint</source>
        <translation>제약 조건</translation>
    </message>
    <message>
        <source>trigger</source>
        <translation>트리거</translation>
    </message>
    <message>
        <source>function</source>
        <translation>함수</translation>
    </message>
    <message>
        <source>procedure</source>
        <translation>프로시저</translation>
    </message>
    <message>
        <source>aggregate</source>
        <translation>집계 함수</translation>
    </message>
    <message>
        <source>type</source>
        <translation>타입</translation>
    </message>
    <message>
        <source>column</source>
        <translation>열</translation>
    </message>
    <message>
        <source>rule</source>
        <translation>규칙</translation>
    </message>
    <message>
        <source>policy</source>
        <translation>정책</translation>
    </message>
    <message>
        <source>object</source>
        <translation>개체</translation>
    </message>
    <message>
        <source>Truncate…</source>
        <translation>비우기…</translation>
    </message>
    <message>
        <source>Drop…</source>
        <translation>삭제…</translation>
    </message>
    <message>
        <source>Drop with everything that depends on it…</source>
        <translation>종속된 모든 개체와 함께 삭제…</translation>
    </message>
    <message>
        <source>Analyze</source>
        <translation>분석</translation>
    </message>
    <message>
        <source>Vacuum</source>
        <translation>VACUUM</translation>
    </message>
    <message>
        <source>Rebuild the index</source>
        <translation>인덱스 재구성</translation>
    </message>
    <message>
        <source>Refresh its rows</source>
        <translation>행 새로 고침</translation>
    </message>
    <message>
        <source>Refresh its rows, readers go on</source>
        <translation>행 새로 고침, 읽기는 계속</translation>
    </message>
</context>
<context>
    <name>PanelState</name>
    <message>
        <source>Not connected</source>
        <translation>연결되지 않음</translation>
    </message>
    <message>
        <source>Loading</source>
        <translation>불러오는 중</translation>
    </message>
    <message>
        <source>Empty</source>
        <translation>비어 있음</translation>
    </message>
    <message>
        <source>Error</source>
        <translation>오류</translation>
    </message>
    <message>
        <source>Stale</source>
        <translation>오래된 값</translation>
    </message>
    <message>
        <source>Ready</source>
        <translation>준비됨</translation>
    </message>
</context>
<context>
    <name>ParamWords</name>
    <message>
        <source>%1 to %2</source>
        <translation>%1 ~ %2</translation>
    </message>
    <message>
        <source>from %1</source>
        <translation>%1 이상</translation>
    </message>
    <message>
        <source>up to %1</source>
        <translation>%1 이하</translation>
    </message>
    <message>
        <source>whole number</source>
        <translation>정수</translation>
    </message>
    <message>
        <source>number</source>
        <translation>숫자</translation>
    </message>
    <message>
        <source>Must not be empty</source>
        <translation>비워 둘 수 없습니다</translation>
    </message>
    <message>
        <source>Not a whole number</source>
        <translation>정수가 아닙니다</translation>
    </message>
    <message>
        <source>Not a number</source>
        <translation>숫자가 아닙니다</translation>
    </message>
    <message>
        <source>Must be %1</source>
        <translation>%1이어야 합니다</translation>
    </message>
    <message>
        <source>Not one of the choices</source>
        <translation>선택 항목에 없습니다</translation>
    </message>
    <message>
        <source>Not a date like %1</source>
        <translation>%1 형식의 날짜가 아닙니다</translation>
    </message>
    <message>
        <source>Not a time like %1</source>
        <translation>%1 형식의 시각이 아닙니다</translation>
    </message>
    <message>
        <source>Not one JSON value</source>
        <translation>하나의 JSON 값이 아닙니다</translation>
    </message>
    <message>
        <source>Not JSON: %1 at %2</source>
        <translation>JSON이 아닙니다: %1, 위치 %2</translation>
    </message>
    <message>
        <source>Must be a JSON %1</source>
        <translation>JSON %1이어야 합니다</translation>
    </message>
    <message numerus="yes">
        <source>At least %n characters</source>
        <translation>
            <numerusform>%n자 이상</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>At most %n characters</source>
        <translation>
            <numerusform>%n자 이하</numerusform>
        </translation>
    </message>
    <message>
        <source>Does not match %1</source>
        <translation>%1과 일치하지 않습니다</translation>
    </message>
</context>
<context>
    <name>PartitionRows</name>
    <message>
        <source>Part.</source>
        <translation>파티션</translation>
    </message>
    <message>
        <source>Lead</source>
        <translation>리더</translation>
    </message>
    <message>
        <source>Lag</source>
        <translation>지연</translation>
    </message>
    <message>
        <source>Behind</source>
        <translation>지연 시간</translation>
    </message>
    <message>
        <source>Consumed</source>
        <translation>소비 속도</translation>
    </message>
    <message>
        <source>Member</source>
        <translation>멤버</translation>
    </message>
    <message>
        <source>First</source>
        <translation>처음</translation>
    </message>
    <message>
        <source>End</source>
        <translation>끝</translation>
    </message>
    <message>
        <source>Offsets kept</source>
        <translation>보관된 오프셋</translation>
    </message>
    <message>
        <source>Copies on %1, in sync %2</source>
        <translation>복제본 %1, 동기화 %2</translation>
    </message>
    <message>
        <source>none</source>
        <translation>없음</translation>
    </message>
    <message>
        <source>not known</source>
        <translation>알 수 없음</translation>
    </message>
    <message>
        <source>no commit</source>
        <translation>커밋 없음</translation>
    </message>
    <message>
        <source>The group has committed nothing here yet.</source>
        <translation>그룹이 아직 여기에 아무것도 커밋하지 않았습니다.</translation>
    </message>
    <message>
        <source>Committed %1, but what lies before %2 is no longer kept: it is lost to this group.</source>
        <translation>%1까지 커밋했지만 %2 이전의 내용은 더 이상 보관되지 않아 이 그룹은 읽을 수 없습니다.</translation>
    </message>
    <message>
        <source>Committed %1 of %2</source>
        <translation>%2 중 %1까지 커밋</translation>
    </message>
    <message>
        <source>%1/s</source>
        <translation>%1/초</translation>
    </message>
</context>
<context>
    <name>PipelineLine</name>
    <message>
        <source>There is no command &quot;pipeline %1&quot;.</source>
        <translation>&quot;pipeline %1&quot; 명령이 없습니다.</translation>
    </message>
    <message>
        <source>There is no option %1 of pipeline %2.</source>
        <translation>pipeline %2에는 %1 옵션이 없습니다.</translation>
    </message>
    <message>
        <source>%1 takes no value.</source>
        <translation>%1에는 값을 지정하지 않습니다.</translation>
    </message>
    <message>
        <source>%1 needs a value.</source>
        <translation>%1에는 값이 필요합니다.</translation>
    </message>
    <message>
        <source>--target is airflow-2 or airflow-3.</source>
        <translation>--target은 airflow-2 또는 airflow-3입니다.</translation>
    </message>
    <message>
        <source>--theme is dark or light.</source>
        <translation>--theme은 dark 또는 light입니다.</translation>
    </message>
    <message>
        <source>pipeline check needs files.</source>
        <translation>pipeline check에는 파일이 필요합니다.</translation>
    </message>
    <message>
        <source>pipeline diff needs two files: the old one, the new one.</source>
        <translation>pipeline diff에는 이전 파일과 새 파일, 두 개가 필요합니다.</translation>
    </message>
    <message>
        <source>pipeline %1 needs one file.</source>
        <translation>pipeline %1에는 파일 하나가 필요합니다.</translation>
    </message>
    <message>
        <source>pipeline %1 needs --out.</source>
        <translation>pipeline %1에는 --out이 필요합니다.</translation>
    </message>
    <message>
        <source>A picture ends in .png or .svg.</source>
        <translation>그림 파일 이름은 .png 또는 .svg로 끝나야 합니다.</translation>
    </message>
    <message>
        <source>Usage: pilothouse pipeline COMMAND …

  check FILE… [--json] [--target airflow-2|airflow-3] [--providers FILE] [--environment NAME]
                                    what is wrong, with file, line and column
  generate FILE --target airflow-2|airflow-3 [--providers FILE] --out DIR
           [--environment NAME] [--pipeline NAME]
                                    DAGs, jobs and statements
  import FLOW.json --out FILE|DIR   a JSON flow as pipeline documents
  diff OLD NEW [--json]             nodes, parameters and edges that differ
  picture FILE --out FILE.png|FILE.svg [--theme dark|light] [--pipeline NAME]

No display is needed. Files that somebody changed are never written over.
Exit codes: 0 ok or no difference, 1 found a problem or a difference, 2 wrong usage; diff: 2 a file that cannot be read.
</source>
        <translation>사용법: pilothouse pipeline COMMAND …

  check FILE… [--json] [--target airflow-2|airflow-3] [--providers FILE] [--environment NAME]
                                    문제를 파일, 줄, 열과 함께 표시합니다
  generate FILE --target airflow-2|airflow-3 [--providers FILE] --out DIR
           [--environment NAME] [--pipeline NAME]
                                    DAG, 작업, 명령문을 생성합니다
  import FLOW.json --out FILE|DIR   JSON 플로를 파이프라인 문서로 가져옵니다
  diff OLD NEW [--json]             서로 다른 노드, 매개변수, 연결선을 표시합니다
  picture FILE --out FILE.png|FILE.svg [--theme dark|light] [--pipeline NAME]

디스플레이는 필요하지 않습니다. 누군가 변경한 파일은 덮어쓰지 않습니다.
종료 코드: 0 정상 또는 차이 없음, 1 문제 또는 차이 발견, 2 잘못된 사용. diff: 2 읽을 수 없는 파일.
</translation>
    </message>
    <message>
        <source>%1: error: This folder cannot be made.</source>
        <translation>%1: 오류: 이 폴더를 만들 수 없습니다.</translation>
    </message>
    <message>
        <source>Only places: %1</source>
        <translation>위치만 다름: %1</translation>
    </message>
    <message>
        <source>There are several pipelines in it; name one with --pipeline.</source>
        <translation>파이프라인이 여러 개 들어 있습니다. --pipeline으로 하나를 지정하세요.</translation>
    </message>
    <message>
        <source>There is no pipeline %1 in it.</source>
        <translation>파이프라인 %1이(가) 들어 있지 않습니다.</translation>
    </message>
    <message>
        <source>Somebody changed this file; it is not written over.</source>
        <translation>누군가 이 파일을 변경했으므로 덮어쓰지 않습니다.</translation>
    </message>
    <message>
        <source>It has Airflow %1, not %2.</source>
        <translation>Airflow %2이(가) 아니라 %1이(가) 들어 있습니다.</translation>
    </message>
    <message>
        <source>%1: error: Name one of its pipelines with --pipeline: %2</source>
        <translation>%1: 오류: --pipeline으로 파이프라인 하나를 지정하세요: %2</translation>
    </message>
</context>
<context>
    <name>Pipelines</name>
    <message>
        <source>This folder cannot be made.</source>
        <translation>이 폴더를 만들 수 없습니다.</translation>
    </message>
    <message>
        <source>Needs %1 %2 or newer; this is %3.</source>
        <translation>%1 %2 이상이 필요합니다. 현재 버전은 %3입니다.</translation>
    </message>
    <message>
        <source>Gone since %1 %2; this is %3.</source>
        <translation>%1 %2부터 없어졌습니다. 현재 버전은 %3입니다.</translation>
    </message>
    <message>
        <source>%1 alone can do this.</source>
        <translation>%1에서만 할 수 있습니다.</translation>
    </message>
    <message>
        <source>The target does not have %1.</source>
        <translation>대상에 %1이(가) 없습니다.</translation>
    </message>
    <message>
        <source>Needs %1 %2 or newer; the target has %3.</source>
        <translation>%1 %2 이상이 필요합니다. 대상에는 %3이(가) 있습니다.</translation>
    </message>
    <message>
        <source>%1 cannot be generated yet.</source>
        <translation>%1은(는) 아직 생성할 수 없습니다.</translation>
    </message>
    <message>
        <source>No kind of node is called %1.</source>
        <translation>%1(이)라는 노드 종류가 없습니다.</translation>
    </message>
    <message>
        <source>%1 is no name of an argument.</source>
        <translation>%1은(는) 인수 이름이 아닙니다.</translation>
    </message>
    <message>
        <source>This argument is program text of another file.</source>
        <translation>이 인수는 다른 파일의 프로그램 코드입니다.</translation>
    </message>
    <message>
        <source>The edge from %1 has no trigger.</source>
        <translation>%1에서 오는 연결선에 트리거가 없습니다.</translation>
    </message>
    <message>
        <source>%1 writes no table to look at.</source>
        <translation>%1은(는) 확인할 수 있는 테이블에 쓰지 않습니다.</translation>
    </message>
    <message>
        <source>The pipeline&apos;s name is no name of a file.</source>
        <translation>파이프라인 이름을 파일 이름으로 쓸 수 없습니다.</translation>
    </message>
    <message>
        <source>%1 is no name of a task.</source>
        <translation>%1은(는) 태스크 이름으로 쓸 수 없습니다.</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>There is no template %1.</source>
        <translation>템플릿 %1이(가) 없습니다.</translation>
    </message>
    <message>
        <source>No field is called %1.</source>
        <translation>%1(이)라는 필드가 없습니다.</translation>
    </message>
    <message>
        <source>No part is called %1.</source>
        <translation>%1(이)라는 부분이 없습니다.</translation>
    </message>
    <message>
        <source>No topic is connected to it.</source>
        <translation>연결된 토픽이 없습니다.</translation>
    </message>
    <message>
        <source>The list of packages has no line apache-airflow==VERSION.</source>
        <translation>패키지 목록에 apache-airflow==VERSION 줄이 없습니다.</translation>
    </message>
    <message>
        <source>%1 has no value in the environment %2.</source>
        <translation>%1의 값이 환경 %2에 없습니다.</translation>
    </message>
    <message>
        <source>%1 is no number.</source>
        <translation>%1은(는) 숫자가 아닙니다.</translation>
    </message>
    <message>
        <source>%1 is neither true nor false.</source>
        <translation>%1은(는) true도 false도 아닙니다.</translation>
    </message>
    <message>
        <source>%1 is no duration, as 90s or 1h30m.</source>
        <translation>%1은(는) 90s나 1h30m 같은 기간이 아닙니다.</translation>
    </message>
    <message>
        <source>%1 is no list.</source>
        <translation>%1은(는) 목록이 아닙니다.</translation>
    </message>
    <message>
        <source>%1 is no list of names and values.</source>
        <translation>%1은(는) 이름과 값의 목록이 아닙니다.</translation>
    </message>
    <message>
        <source>%1 is none of the choices.</source>
        <translation>%1은(는) 선택지에 없습니다.</translation>
    </message>
    <message>
        <source>%1 is no text.</source>
        <translation>%1은(는) 텍스트가 아닙니다.</translation>
    </message>
    <message>
        <source>%1 is missing.</source>
        <translation>%1이(가) 없습니다.</translation>
    </message>
    <message>
        <source>The code holds a control character.</source>
        <translation>코드에 제어 문자가 있습니다.</translation>
    </message>
    <message>
        <source>The code ends with a backslash.</source>
        <translation>코드가 백슬래시로 끝납니다.</translation>
    </message>
    <message>
        <source>A string in the code is not closed.</source>
        <translation>코드에 닫히지 않은 문자열이 있습니다.</translation>
    </message>
    <message>
        <source>The code closes a bracket it did not open.</source>
        <translation>코드에 열지 않은 괄호를 닫는 곳이 있습니다.</translation>
    </message>
    <message>
        <source>A bracket in the code is not closed.</source>
        <translation>코드에 닫히지 않은 괄호가 있습니다.</translation>
    </message>
    <message>
        <source>The target cannot hold a zero byte in a text.</source>
        <translation>대상의 텍스트에는 0바이트를 넣을 수 없습니다.</translation>
    </message>
    <message>
        <source>A string or comment in the SQL is not closed.</source>
        <translation>SQL에 닫히지 않은 문자열이나 주석이 있습니다.</translation>
    </message>
    <message>
        <source>This must be one statement.</source>
        <translation>명령문 하나여야 합니다.</translation>
    </message>
    <message>
        <source>The SQL closes a bracket it did not open.</source>
        <translation>SQL에 열지 않은 괄호를 닫는 곳이 있습니다.</translation>
    </message>
    <message>
        <source>A bracket in the SQL is not closed.</source>
        <translation>SQL에 닫히지 않은 괄호가 있습니다.</translation>
    </message>
    <message>
        <source>SQL has no value for a list of names and values.</source>
        <translation>이름과 값의 목록은 SQL 값으로 쓸 수 없습니다.</translation>
    </message>
    <message>
        <source>A name is missing.</source>
        <translation>이름이 없습니다.</translation>
    </message>
    <message>
        <source>A command has no word for a list of names and values.</source>
        <translation>이름과 값의 목록은 명령의 단어로 쓸 수 없습니다.</translation>
    </message>
    <message>
        <source>This is no code.</source>
        <translation>코드가 아닙니다.</translation>
    </message>
    <message>
        <source>A place in the template is not closed.</source>
        <translation>템플릿에 닫히지 않은 자리가 있습니다.</translation>
    </message>
    <message>
        <source>{{%1}} is no place for a value.</source>
        <translation>{{%1}}은(는) 값을 넣는 자리가 아닙니다.</translation>
    </message>
    <message>
        <source>No language is called %1.</source>
        <translation>%1(이)라는 언어가 없습니다.</translation>
    </message>
    <message>
        <source>%1 is no way to write a value here.</source>
        <translation>%1은(는) 여기서 값을 쓰는 방식이 아닙니다.</translation>
    </message>
    <message>
        <source>%1 stands in a string or a comment.</source>
        <translation>%1이(가) 문자열이나 주석 안에 있습니다.</translation>
    </message>
    <message>
        <source>%1 does not stand alone.</source>
        <translation>%1이(가) 따로 떨어져 있지 않습니다.</translation>
    </message>
    <message>
        <source>%1 ends here but did not begin.</source>
        <translation>%1이(가) 시작 없이 여기서 끝납니다.</translation>
    </message>
    <message>
        <source>A string or comment crosses the end of %1.</source>
        <translation>문자열이나 주석이 %1의 끝을 넘어갑니다.</translation>
    </message>
    <message>
        <source>A string or comment is not closed.</source>
        <translation>닫히지 않은 문자열이나 주석이 있습니다.</translation>
    </message>
    <message>
        <source>%1 begins but does not end.</source>
        <translation>%1이(가) 시작되었지만 끝나지 않습니다.</translation>
    </message>
    <message>
        <source>%1 runs as a batch for another edge: all edges from it need that trigger.</source>
        <translation>%1은(는) 다른 연결선 때문에 배치로 실행됩니다. 이 노드에서 나가는 모든 연결선에 그 트리거가 필요합니다.</translation>
    </message>
    <message>
        <source>No trigger is called %1.</source>
        <translation>이름이 %1인 트리거가 없습니다.</translation>
    </message>
    <message>
        <source>dbt needs a plain schema and name here, not %1.</source>
        <translation>dbt에서는 여기에 단순한 스키마와 이름이 필요합니다. %1은(는) 쓸 수 없습니다.</translation>
    </message>
    <message>
        <source>dbt needs a plain name of a column, not %1.</source>
        <translation>dbt에서는 여기에 단순한 열 이름이 필요합니다. %1은(는) 쓸 수 없습니다.</translation>
    </message>
    <message>
        <source>A test of dbt cannot hold a template of Airflow.</source>
        <translation>dbt 테스트에는 Airflow 템플릿을 넣을 수 없습니다.</translation>
    </message>
    <message>
        <source>A window needs the column with the time of the event.</source>
        <translation>윈도에는 이벤트 시각이 있는 열이 필요합니다.</translation>
    </message>
    <message>
        <source>A window needs an aggregate, as count(*).</source>
        <translation>윈도에는 count(*) 같은 집계 함수가 필요합니다.</translation>
    </message>
    <message>
        <source>%1 has no end: let new rows or the time start what follows.</source>
        <translation>%1은(는) 끝나지 않습니다. 다음 노드는 새 행이나 시간으로 시작하게 하세요.</translation>
    </message>
</context>
<context>
    <name>ProducerRows</name>
    <message>
        <source>Part.</source>
        <translation>파티션</translation>
    </message>
    <message>
        <source>Producer</source>
        <translation>프로듀서</translation>
    </message>
    <message>
        <source>Epoch</source>
        <translation>에포크</translation>
    </message>
    <message>
        <source>Last sequence</source>
        <translation>마지막 시퀀스</translation>
    </message>
    <message>
        <source>Last write</source>
        <translation>마지막 쓰기</translation>
    </message>
    <message>
        <source>Transaction</source>
        <translation>트랜잭션</translation>
    </message>
    <message>
        <source>A transaction is open since this offset</source>
        <translation>이 오프셋부터 트랜잭션이 열려 있습니다</translation>
    </message>
</context>
<context>
    <name>Profile</name>
    <message>
        <source>an address must not begin with a hyphen</source>
        <translation>주소는 하이픈으로 시작할 수 없음</translation>
    </message>
    <message>
        <source>user and password do not belong in the address</source>
        <translation>사용자와 비밀번호는 주소에 적지 않음</translation>
    </message>
    <message>
        <source>not an address; write host:port, a socket path or a URL</source>
        <translation>주소가 아닙니다. host:port, 소켓 경로 또는 URL을 쓰세요</translation>
    </message>
    <message>
        <source>a port is a number from 1 to 65535</source>
        <translation>포트는 1부터 65535까지의 숫자</translation>
    </message>
    <message>
        <source>longer than %1 characters</source>
        <translation>%1자를 넘음</translation>
    </message>
    <message>
        <source>control characters are not allowed here</source>
        <translation>여기에는 제어 문자를 쓸 수 없음</translation>
    </message>
    <message>
        <source>an id is 1 to 64 of A-Z a-z 0-9 . _ - and begins with a letter or digit</source>
        <translation>id는 A-Z a-z 0-9 . _ - 로 된 1~64자이며 글자나 숫자로 시작</translation>
    </message>
    <message>
        <source>the address is empty</source>
        <translation>주소가 비어 있음</translation>
    </message>
    <message>
        <source>not a valid URL</source>
        <translation>올바른 URL이 아님</translation>
    </message>
    <message>
        <source>a jump is [user@]host[:port]</source>
        <translation>점프 형식은 [user@]host[:port]</translation>
    </message>
    <message>
        <source>not a time zone of this computer; write Europe/Berlin or UTC</source>
        <translation>이 컴퓨터에 없는 시간대입니다. Europe/Berlin 또는 UTC처럼 쓰세요</translation>
    </message>
    <message>
        <source>this version cannot steer %1; the entry is kept</source>
        <translation>이 버전은 %1을(를) 다룰 수 없습니다. 항목은 유지됩니다</translation>
    </message>
    <message>
        <source>%1 belongs to the module %2</source>
        <translation>%1은(는) %2 모듈에 속함</translation>
    </message>
    <message>
        <source>%1 has no unix sockets</source>
        <translation>%1에는 유닉스 소켓이 없음</translation>
    </message>
    <message>
        <source>%1 is not reached over TLS</source>
        <translation>%1은(는) TLS로 연결하지 않음</translation>
    </message>
    <message>
        <source>%1 has no such option; it is kept and not used</source>
        <translation>%1에 없는 옵션입니다. 유지하지만 사용하지 않습니다</translation>
    </message>
    <message>
        <source>the option %1 has no usable value; the default holds</source>
        <translation>%1 옵션의 값을 쓸 수 없어 기본값을 사용합니다</translation>
    </message>
    <message>
        <source>a profile is a list of keys and values, beginning with version: 1</source>
        <translation>프로필은 키와 값의 목록이며 version: 1로 시작</translation>
    </message>
    <message>
        <source>the key version is missing; write version: 1</source>
        <translation>version 키가 없습니다. version: 1을 쓰세요</translation>
    </message>
    <message>
        <source>version is a whole number from 1 on</source>
        <translation>version은 1 이상의 정수</translation>
    </message>
    <message>
        <source>made by a newer version of Pilothouse; opened for reading only</source>
        <translation>더 새로운 Pilothouse에서 만들어져 읽기 전용으로 열림</translation>
    </message>
    <message>
        <source>environment is sandbox, staging or production</source>
        <translation>environment는 sandbox, staging 또는 production</translation>
    </message>
    <message>
        <source>the key environment is missing; write sandbox, staging or production</source>
        <translation>environment 키가 없습니다. sandbox, staging 또는 production을 쓰세요</translation>
    </message>
    <message>
        <source>writes is on, ask, off or never</source>
        <translation>writes는 on, ask, off 또는 never</translation>
    </message>
    <message>
        <source>services is a list</source>
        <translation>services는 목록</translation>
    </message>
    <message>
        <source>this id is already used in line %1</source>
        <translation>이 id는 %1번째 줄에서 이미 사용됨</translation>
    </message>
    <message>
        <source>Correct the lines named here; nothing was changed.</source>
        <translation>여기 표시된 줄을 고치세요. 변경된 것은 없습니다.</translation>
    </message>
    <message>
        <source>There is no profile of this name in %1.</source>
        <translation>%1에 이 이름의 프로필이 없습니다.</translation>
    </message>
    <message>
        <source>This file is written in a form that cannot be changed here without losing something. Change it in a text editor.</source>
        <translation>여기서 바꾸면 일부 내용이 사라지는 형식의 파일입니다. 텍스트 편집기에서 바꾸세요.</translation>
    </message>
    <message>
        <source>The file was made by a newer version and is not changed by this one.</source>
        <translation>더 새로운 버전에서 만든 파일이라 이 버전에서는 바꾸지 않습니다.</translation>
    </message>
    <message>
        <source>The file was changed outside Pilothouse. Open it again first.</source>
        <translation>파일이 Pilothouse 밖에서 변경되었습니다. 먼저 다시 여세요.</translation>
    </message>
    <message>
        <source>a namespace is written scheme://authority</source>
        <translation>namespace는 scheme://authority 형식</translation>
    </message>
    <message>
        <source>mode is off, prefer, require, verify-ca or verify-full</source>
        <translation>mode는 off, prefer, require, verify-ca 또는 verify-full</translation>
    </message>
    <message>
        <source>cert and key are only of use together</source>
        <translation>cert와 key는 함께 써야 함</translation>
    </message>
    <message>
        <source>mode is off, so the certificates are not used</source>
        <translation>mode가 off이므로 인증서를 사용하지 않음</translation>
    </message>
    <message>
        <source>%1 is a single value</source>
        <translation>%1은(는) 단일 값</translation>
    </message>
    <message>
        <source>%1 is a list of words</source>
        <translation>%1은(는) 단어 목록</translation>
    </message>
    <message>
        <source>%1 holds keys and values</source>
        <translation>%1에는 키와 값이 들어감</translation>
    </message>
    <message>
        <source>a secret does not belong in this file and is not read; use secret: keychain</source>
        <translation>비밀 값은 이 파일에 두지 않으며 읽지 않습니다. secret: keychain을 쓰세요</translation>
    </message>
    <message>
        <source>unknown key %1, kept and not used</source>
        <translation>알 수 없는 키 %1, 유지하지만 사용하지 않음</translation>
    </message>
    <message>
        <source>a service holds keys and values, beginning with id</source>
        <translation>서비스는 키와 값으로 되어 있고 id로 시작</translation>
    </message>
    <message>
        <source>the key %1 is missing</source>
        <translation>%1 키가 없음</translation>
    </message>
    <message>
        <source>secret is keychain, env:NAME, sandbox or none</source>
        <translation>secret은 keychain, env:NAME, sandbox 또는 none</translation>
    </message>
    <message>
        <source>there is none on this computer yet; packaging/sandbox/sandbox start makes one.</source>
        <translation>이 컴퓨터에는 아직 없습니다. packaging/sandbox/sandbox start로 만듭니다.</translation>
    </message>
</context>
<context>
    <name>QsciScintilla</name>
    <message>
        <source>&amp;Undo</source>
        <translation>실행 취소(&amp;U)</translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation>다시 실행(&amp;R)</translation>
    </message>
    <message>
        <source>Cu&amp;t</source>
        <translation>잘라내기(&amp;T)</translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation>복사(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Paste</source>
        <translation>붙여넣기(&amp;P)</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>삭제</translation>
    </message>
    <message>
        <source>Select All</source>
        <translation>모두 선택</translation>
    </message>
</context>
<context>
    <name>QuotaRows</name>
    <message>
        <source>every other user</source>
        <translation>그 밖의 모든 사용자</translation>
    </message>
    <message>
        <source>user %1</source>
        <translation>사용자 %1</translation>
    </message>
    <message>
        <source>every other client id</source>
        <translation>그 밖의 모든 클라이언트 ID</translation>
    </message>
    <message>
        <source>client id %1</source>
        <translation>클라이언트 ID %1</translation>
    </message>
    <message>
        <source>every other address</source>
        <translation>그 밖의 모든 주소</translation>
    </message>
    <message>
        <source>address %1</source>
        <translation>주소 %1</translation>
    </message>
    <message>
        <source>written to a broker</source>
        <translation>브로커에 쓰기</translation>
    </message>
    <message>
        <source>read from a broker</source>
        <translation>브로커에서 읽기</translation>
    </message>
    <message>
        <source>time of a broker&apos;s threads</source>
        <translation>브로커 스레드 시간</translation>
    </message>
    <message>
        <source>partitions made and deleted</source>
        <translation>파티션 생성 및 삭제</translation>
    </message>
    <message>
        <source>new connections to a broker</source>
        <translation>브로커에 새로 연결</translation>
    </message>
    <message>
        <source>%1/s</source>
        <translation>%1/초</translation>
    </message>
    <message>
        <source>Of</source>
        <translation>적용 대상</translation>
    </message>
    <message>
        <source>Limit</source>
        <translation>제한</translation>
    </message>
    <message>
        <source>At most</source>
        <translation>최대</translation>
    </message>
</context>
<context>
    <name>RecordsSheet</name>
    <message>
        <source>Part.</source>
        <translation>파티션</translation>
    </message>
    <message>
        <source>Begin now</source>
        <translation>현재 시작</translation>
    </message>
    <message>
        <source>First kept</source>
        <translation>남는 첫 오프셋</translation>
    </message>
    <message>
        <source>End</source>
        <translation>끝</translation>
    </message>
    <message>
        <source>Offsets gone</source>
        <translation>사라질 오프셋</translation>
    </message>
</context>
<context>
    <name>Sandbox</name>
    <message>
        <source>The sandbox is not part of this installation.</source>
        <translation>이 설치에는 샌드박스가 없습니다.</translation>
    </message>
    <message>
        <source>Start the sandbox</source>
        <translation>샌드박스 시작</translation>
    </message>
    <message>
        <source>The sandbox is running</source>
        <translation>샌드박스 실행 중</translation>
    </message>
    <message>
        <source>Stop the sandbox</source>
        <translation>샌드박스 중지</translation>
    </message>
    <message>
        <source>The sandbox is stopped</source>
        <translation>샌드박스가 중지됨</translation>
    </message>
    <message>
        <source>Reset the sandbox</source>
        <translation>샌드박스 초기화</translation>
    </message>
    <message>
        <source>The sandbox is as it was before its first start</source>
        <translation>샌드박스가 처음 시작하기 전 상태로 돌아감</translation>
    </message>
    <message>
        <source>Installing packages for %1</source>
        <translation>%1 패키지 설치 중</translation>
    </message>
    <message>
        <source>Preparing %1</source>
        <translation>%1 준비 중</translation>
    </message>
    <message>
        <source>Starting %1</source>
        <translation>%1 시작 중</translation>
    </message>
    <message>
        <source>%1 answers</source>
        <translation>%1 응답함</translation>
    </message>
    <message>
        <source>Loading demo data into %1</source>
        <translation>%1에 예제 데이터 넣는 중</translation>
    </message>
    <message>
        <source>%1 is ready</source>
        <translation>%1 준비 완료</translation>
    </message>
    <message>
        <source>Stopping %1</source>
        <translation>%1 중지 중</translation>
    </message>
    <message>
        <source>%1 is stopped</source>
        <translation>%1 중지됨</translation>
    </message>
    <message>
        <source>Start %1 in the sandbox</source>
        <translation>샌드박스에서 %1 시작</translation>
    </message>
    <message>
        <source>Stop %1 in the sandbox</source>
        <translation>샌드박스의 %1 중지</translation>
    </message>
    <message>
        <source>Reset %1 in the sandbox</source>
        <translation>샌드박스의 %1 초기화</translation>
    </message>
    <message>
        <source>%1 is as it was before its first start</source>
        <translation>%1: 처음 시작하기 전 상태로 돌아감</translation>
    </message>
</context>
<context>
    <name>SandboxActions</name>
    <message>
        <source>Stop %1 in the sandbox</source>
        <translation>샌드박스의 %1 중지</translation>
    </message>
    <message>
        <source>Stop %1 in the sandbox?</source>
        <translation>샌드박스의 %1을(를) 중지할까요?</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>중지</translation>
    </message>
    <message>
        <source>What runs on it breaks off, and its panels lose their server. Servers that need it stop too. Its data stay.</source>
        <translation>실행 중인 작업이 중단되고 해당 패널은 서버와의 연결이 끊깁니다. 이 서버가 필요한 서버도 중지됩니다. 데이터는 그대로 남습니다.</translation>
    </message>
    <message>
        <source>Stop the sandbox</source>
        <translation>샌드박스 중지</translation>
    </message>
    <message>
        <source>Stop all servers of the sandbox?</source>
        <translation>샌드박스의 모든 서버를 중지할까요?</translation>
    </message>
    <message>
        <source>What runs on them breaks off, and their panels lose their servers. All data stay.</source>
        <translation>실행 중인 작업이 중단되고 해당 패널은 서버와의 연결이 끊깁니다. 모든 데이터는 그대로 남습니다.</translation>
    </message>
    <message>
        <source>Reset %1 in the sandbox</source>
        <translation>샌드박스의 %1 초기화</translation>
    </message>
    <message>
        <source>Delete the data of %1 in the sandbox?</source>
        <translation>샌드박스의 %1 데이터를 삭제할까요?</translation>
    </message>
    <message>
        <source>It stops, and everything in it is deleted, also what you wrote yourself; the same with servers that need it. The next start loads the demo data anew.</source>
        <translation>서버가 중지되고 직접 쓴 내용을 포함해 그 안의 모든 것이 삭제됩니다. 이 서버가 필요한 서버도 마찬가지입니다. 다음에 시작하면 데모 데이터를 새로 불러옵니다.</translation>
    </message>
    <message>
        <source>Reset</source>
        <translation>초기화</translation>
    </message>
    <message>
        <source>Reset the sandbox</source>
        <translation>샌드박스 초기화</translation>
    </message>
    <message>
        <source>Delete the whole sandbox?</source>
        <translation>샌드박스 전체를 삭제할까요?</translation>
    </message>
    <message>
        <source>All its servers stop. Their data, also what you wrote yourself, their passwords and the sandbox&apos;s profile are deleted. The next start makes everything anew.</source>
        <translation>모든 서버가 중지됩니다. 직접 쓴 내용을 포함한 데이터, 비밀번호, 샌드박스 프로필이 삭제됩니다. 다음에 시작하면 모두 새로 만듭니다.</translation>
    </message>
</context>
<context>
    <name>SandboxChecks</name>
    <message>
        <source>%1 GB free, needs %2</source>
        <translation>%1 GB 남음, %2 필요</translation>
    </message>
    <message>
        <source>Packages are installed</source>
        <translation>패키지가 설치되어 있음</translation>
    </message>
    <message>
        <source>%1 will be installed</source>
        <translation>%1이(가) 설치됨</translation>
    </message>
    <message>
        <source>Installing packages needs root or sudo; nothing else does.</source>
        <translation>패키지 설치에만 root 또는 sudo가 필요합니다.</translation>
    </message>
    <message>
        <source>All servers answer</source>
        <translation>모든 서버가 응답함</translation>
    </message>
    <message>
        <source>Memory</source>
        <translation>메모리</translation>
    </message>
    <message>
        <source>Disk</source>
        <translation>디스크</translation>
    </message>
    <message>
        <source>%1 did not start</source>
        <translation>%1이(가) 시작되지 않음</translation>
    </message>
    <message>
        <source>Free ports are chosen</source>
        <translation>비어 있는 포트를 선택함</translation>
    </message>
    <message>
        <source>Ports on this computer only</source>
        <translation>이 컴퓨터 전용 포트</translation>
    </message>
</context>
<context>
    <name>SchemaBrowser</name>
    <message>
        <source>no access</source>
        <translation>권한 없음</translation>
    </message>
    <message>
        <source>%1, owner %2, about %3</source>
        <translation>%1, 소유자 %2, 약 %3</translation>
    </message>
    <message>
        <source>view</source>
        <translation>뷰</translation>
    </message>
    <message>
        <source>unknown</source>
        <translation>알 수 없음</translation>
    </message>
    <message>
        <source>proc</source>
        <translation>프로시저</translation>
    </message>
    <message>
        <source>Indexes</source>
        <translation>인덱스</translation>
    </message>
    <message>
        <source>Partitions</source>
        <translation>파티션</translation>
    </message>
    <message numerus="yes">
        <source>%1: about %2 row(s), %3</source>
        <translation>
            <numerusform>%1: 약 %2행, %3</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Secrets</name>
    <message>
        <source>The variable is not set where Pilothouse was started.</source>
        <translation>Pilothouse를 시작한 곳에 이 변수가 설정되어 있지 않습니다.</translation>
    </message>
    <message>
        <source>The keychain has no password for this service. Enter it in the connection&apos;s dialog.</source>
        <translation>키체인에 이 서비스의 비밀번호가 없습니다. 연결 대화 상자에 입력하세요.</translation>
    </message>
    <message>
        <source>The system&apos;s keychain cannot be used. Enter the password at each start, or write secret: env:NAME.</source>
        <translation>시스템 키체인을 사용할 수 없습니다. 시작할 때마다 비밀번호를 입력하거나 secret: env:NAME을 쓰세요.</translation>
    </message>
    <message>
        <source>The system&apos;s keychain did not take the password. It is kept in memory until Pilothouse ends.</source>
        <translation>시스템 키체인이 비밀번호를 받지 않았습니다. Pilothouse가 끝날 때까지 메모리에 보관합니다.</translation>
    </message>
    <message>
        <source>Others may read the sandbox&apos;s passwords. Run: chmod 600 %1</source>
        <translation>다른 사용자가 샌드박스 비밀번호를 읽을 수 있습니다. 실행: chmod 600 %1</translation>
    </message>
    <message>
        <source>The sandbox has no password for this service. Start the sandbox again.</source>
        <translation>샌드박스에 이 서비스의 비밀번호가 없습니다. 샌드박스를 다시 시작하세요.</translation>
    </message>
</context>
<context>
    <name>SettingRows</name>
    <message>
        <source>topic</source>
        <translation>토픽</translation>
    </message>
    <message>
        <source>broker</source>
        <translation>브로커</translation>
    </message>
    <message>
        <source>cluster</source>
        <translation>클러스터</translation>
    </message>
    <message>
        <source>broker&apos;s file</source>
        <translation>브로커 파일</translation>
    </message>
    <message>
        <source>default</source>
        <translation>기본값</translation>
    </message>
    <message>
        <source>Setting</source>
        <translation>설정</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>값</translation>
    </message>
    <message>
        <source>From</source>
        <translation>출처</translation>
    </message>
    <message>
        <source>Without it: %1</source>
        <translation>이 설정이 없으면: %1</translation>
    </message>
</context>
<context>
    <name>ShellWorkbench</name>
    <message>
        <source>as %1</source>
        <translation>%1 사용자</translation>
    </message>
</context>
<context>
    <name>StreamText</name>
    <message>
        <source>%1 d</source>
        <translation>%1일</translation>
    </message>
    <message>
        <source>%1 h</source>
        <translation>%1시간</translation>
    </message>
    <message>
        <source>%1 m</source>
        <translation>%1분</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1초</translation>
    </message>
    <message>
        <source>%1 ms</source>
        <translation>%1 ms</translation>
    </message>
    <message>
        <source>for ever</source>
        <translation>무기한</translation>
    </message>
    <message>
        <source>compact, %1</source>
        <translation>compact, %1</translation>
    </message>
    <message>
        <source>compact</source>
        <translation>compact</translation>
    </message>
</context>
<context>
    <name>TableStore</name>
    <message>
        <source>The result is longer than the space for results. The rows that arrived can be read and exported; export the query straight to a file for all of them.</source>
        <translation>결과가 저장 공간보다 깁니다. 받은 행은 읽고 내보낼 수 있습니다. 전체가 필요하면 쿼리를 바로 파일로 내보내세요.</translation>
    </message>
    <message>
        <source>Check the folder for results and the space left on its disk.</source>
        <translation>결과 폴더와 디스크의 남은 공간을 확인하세요.</translation>
    </message>
</context>
<context>
    <name>TaskGraph</name>
    <message>
        <source>try %1</source>
        <translation>시도 %1</translation>
    </message>
    <message>
        <source>DAG</source>
        <translation>DAG 워크플로</translation>
    </message>
    <message>
        <source>asset</source>
        <translation>애셋</translation>
    </message>
    <message>
        <source>triggers a DAG</source>
        <translation>DAG 트리거</translation>
    </message>
    <message>
        <source>waits for a DAG</source>
        <translation>DAG 대기</translation>
    </message>
    <message>
        <source>mapped</source>
        <translation>매핑됨</translation>
    </message>
</context>
<context>
    <name>TopicName</name>
    <message>
        <source>A topic needs a name</source>
        <translation>토픽에는 이름이 필요합니다</translation>
    </message>
    <message>
        <source>“.” and “..” are not allowed as names</source>
        <translation>“.”와 “..”는 이름으로 쓸 수 없습니다</translation>
    </message>
    <message>
        <source>At most 249 characters, these are %1</source>
        <translation>최대 249자입니다. 지금은 %1자입니다</translation>
    </message>
    <message>
        <source>“%1” is not allowed: only a-z, A-Z, 0-9, “.”, “_” and “-”</source>
        <translation>“%1”은(는) 쓸 수 없습니다. a-z, A-Z, 0-9, “.”, “_”, “-”만 가능합니다</translation>
    </message>
    <message>
        <source>One of %1</source>
        <translation>%1 중 하나여야 합니다</translation>
    </message>
    <message>
        <source>true or false</source>
        <translation>true 또는 false여야 합니다</translation>
    </message>
    <message>
        <source>A whole number</source>
        <translation>정수여야 합니다</translation>
    </message>
    <message>
        <source>A number</source>
        <translation>숫자여야 합니다</translation>
    </message>
</context>
<context>
    <name>TopicRows</name>
    <message>
        <source>Topic</source>
        <translation>토픽</translation>
    </message>
    <message>
        <source>Part.</source>
        <translation>파티션</translation>
    </message>
    <message>
        <source>RF</source>
        <translation>RF</translation>
    </message>
    <message>
        <source>In /s</source>
        <translation>유입/초</translation>
    </message>
    <message>
        <source>Last 10 min</source>
        <translation>최근 10분</translation>
    </message>
    <message>
        <source>Bytes /s</source>
        <translation>바이트/초</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>크기</translation>
    </message>
    <message>
        <source>Keeps</source>
        <translation>보존</translation>
    </message>
    <message>
        <source>Max lag</source>
        <translation>최대 지연</translation>
    </message>
    <message>
        <source>Schema</source>
        <translation>스키마</translation>
    </message>
    <message>
        <source>not there any more</source>
        <translation>더 이상 없음</translation>
    </message>
    <message numerus="yes">
        <source>%n partition(s) without a leader</source>
        <translation>
            <numerusform>리더가 없는 파티션 %n개</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n partition(s) with too few copies in sync</source>
        <translation>
            <numerusform>동기화된 복제본이 부족한 파티션 %n개</numerusform>
        </translation>
    </message>
    <message>
        <source>messages are lost to %1</source>
        <translation>%1이(가) 읽기 전에 사라진 메시지가 있음</translation>
    </message>
    <message>
        <source>the lag of %1 grows</source>
        <translation>%1의 지연이 늘고 있음</translation>
    </message>
    <message>
        <source>all copies in sync</source>
        <translation>모든 복제본 동기화됨</translation>
    </message>
    <message>
        <source>No group that was read so far has committed in this topic.</source>
        <translation>지금까지 읽은 그룹 중 이 토픽에 커밋한 그룹이 없습니다.</translation>
    </message>
    <message>
        <source>%1 is furthest behind, of %2</source>
        <translation>그룹 %2개 중 %1이(가) 가장 뒤처짐</translation>
    </message>
    <message>
        <source>Copies of each partition</source>
        <translation>파티션별 복제본 수</translation>
    </message>
    <message>
        <source>%1 messages per second</source>
        <translation>초당 메시지 %1개</translation>
    </message>
    <message>
        <source>Not recorded yet</source>
        <translation>아직 기록되지 않음</translation>
    </message>
    <message>
        <source>Messages per second in the last ten minutes; a gap was not recorded</source>
        <translation>최근 10분간 초당 메시지 수. 빈 구간은 기록되지 않았습니다</translation>
    </message>
    <message>
        <source>%1/s</source>
        <translation>%1/초</translation>
    </message>
    <message>
        <source>By how the leaders&apos; logs grow</source>
        <translation>리더의 로그가 늘어나는 속도 기준</translation>
    </message>
    <message>
        <source>%1 bytes, all copies</source>
        <translation>%1바이트, 모든 복제본</translation>
    </message>
</context>
<context>
    <name>WhyNotRunning</name>
    <message>
        <source>not told</source>
        <translation>알려지지 않음</translation>
    </message>
    <message>
        <source>DAG paused</source>
        <translation>DAG 일시 중지</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>예</translation>
    </message>
    <message>
        <source>no</source>
        <translation>아니요</translation>
    </message>
    <message>
        <source>Pool</source>
        <translation>풀</translation>
    </message>
    <message>
        <source>Pool %1</source>
        <translation>풀 %1</translation>
    </message>
    <message>
        <source>may not be read</source>
        <translation>읽을 권한 없음</translation>
    </message>
    <message>
        <source>could not be read</source>
        <translation>읽지 못함</translation>
    </message>
    <message>
        <source>no limit</source>
        <translation>제한 없음</translation>
    </message>
    <message>
        <source>%1 of %2 used</source>
        <translation>%2 중 %1 사용</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%2 중 %1</translation>
    </message>
    <message>
        <source>Trigger rule</source>
        <translation>트리거 규칙</translation>
    </message>
    <message>
        <source>Trigger rule %1</source>
        <translation>트리거 규칙 %1</translation>
    </message>
    <message>
        <source>no task before it</source>
        <translation>앞선 태스크 없음</translation>
    </message>
    <message>
        <source>%1 of %2 done</source>
        <translation>%2 중 %1 완료</translation>
    </message>
    <message>
        <source>can no longer be met</source>
        <translation>더 이상 충족될 수 없음</translation>
    </message>
    <message>
        <source>usual %1</source>
        <translation>보통 %1</translation>
    </message>
    <message>
        <source>%1, usual %2</source>
        <translation>%1, 보통 %2</translation>
    </message>
    <message numerus="yes">
        <source>%n tasks</source>
        <translation>
            <numerusform>태스크 %n개</numerusform>
        </translation>
    </message>
    <message>
        <source>yes, no run before it</source>
        <translation>예, 이전 실행 없음</translation>
    </message>
    <message>
        <source>yes, the run before is not known</source>
        <translation>예, 이전 실행을 알 수 없음</translation>
    </message>
    <message>
        <source>yes, the run before: %1</source>
        <translation>예, 이전 실행: %1</translation>
    </message>
    <message>
        <source>%1 ago</source>
        <translation>%1 전</translation>
    </message>
    <message>
        <source>Waits for its next try</source>
        <translation>다음 시도 대기</translation>
    </message>
    <message>
        <source>time not told</source>
        <translation>시각 알려지지 않음</translation>
    </message>
    <message>
        <source>in %1</source>
        <translation>%1 후</translation>
    </message>
    <message>
        <source>due</source>
        <translation>시각이 됨</translation>
    </message>
    <message>
        <source>The DAG&apos;s file has an error, so nothing of it is scheduled.</source>
        <translation>DAG 파일에 오류가 있어 아무것도 예약되지 않습니다.</translation>
    </message>
    <message>
        <source>The DAG is paused.</source>
        <translation>DAG가 일시 중지되었습니다.</translation>
    </message>
    <message>
        <source>Its start date has not come yet.</source>
        <translation>시작 날짜가 아직 되지 않았습니다.</translation>
    </message>
    <message>
        <source>It waits for a slot in %1.</source>
        <translation>%1의 슬롯을 기다립니다.</translation>
    </message>
    <message>
        <source>The DAG already has as many active runs as it may.</source>
        <translation>DAG의 활성 실행 수가 이미 한도에 도달했습니다.</translation>
    </message>
    <message>
        <source>The DAG already runs as many tasks as it may.</source>
        <translation>DAG의 실행 중 태스크 수가 이미 한도에 도달했습니다.</translation>
    </message>
    <message>
        <source>Its trigger rule can no longer be met.</source>
        <translation>트리거 규칙을 더 이상 충족할 수 없습니다.</translation>
    </message>
    <message>
        <source>It waits for %1.</source>
        <translation>%1을(를) 기다립니다.</translation>
    </message>
    <message>
        <source>It waits for the same task in the run before.</source>
        <translation>이전 실행의 같은 태스크를 기다립니다.</translation>
    </message>
    <message>
        <source>It waits for its next try, %1.</source>
        <translation>다음 시도를 기다립니다, %1.</translation>
    </message>
    <message>
        <source>When that ends, it waits for a slot in %1.</source>
        <translation>그다음에는 %1의 슬롯을 기다립니다.</translation>
    </message>
    <message>
        <source>When that ends, it waits until fewer tasks of the DAG run.</source>
        <translation>그다음에는 DAG의 실행 중 태스크가 줄기를 기다립니다.</translation>
    </message>
    <message>
        <source>The scheduler has not picked this run up yet.</source>
        <translation>스케줄러가 아직 이 실행을 처리하지 않았습니다.</translation>
    </message>
    <message>
        <source>It has its slot and waits for a worker.</source>
        <translation>슬롯을 확보했고 워커를 기다립니다.</translation>
    </message>
    <message>
        <source>It waits in the triggerer for its event.</source>
        <translation>트리거러에서 이벤트를 기다립니다.</translation>
    </message>
    <message>
        <source>A sensor that gave its slot back; it looks again later.</source>
        <translation>센서가 슬롯을 반납했으며 나중에 다시 확인합니다.</translation>
    </message>
    <message>
        <source>It waits for a person to answer.</source>
        <translation>사람의 응답을 기다립니다.</translation>
    </message>
    <message>
        <source>Nothing that can be read holds it back. The scheduler should start it soon.</source>
        <translation>읽을 수 있는 정보에는 막는 것이 없습니다. 스케줄러가 곧 시작할 것입니다.</translation>
    </message>
    <message>
        <source>Import error</source>
        <translation>가져오기 오류</translation>
    </message>
    <message>
        <source>Start date</source>
        <translation>시작 날짜</translation>
    </message>
    <message>
        <source>Active runs, %1</source>
        <translation>활성 실행, %1</translation>
    </message>
    <message>
        <source>Active tasks, %1</source>
        <translation>활성 태스크, %1</translation>
    </message>
    <message>
        <source>Mapped instances at once</source>
        <translation>동시 매핑 인스턴스</translation>
    </message>
    <message>
        <source>Scheduler heartbeat</source>
        <translation>스케줄러 하트비트</translation>
    </message>
    <message>
        <source>Triggerer heartbeat</source>
        <translation>트리거러 하트비트</translation>
    </message>
    <message>
        <source>It runs, for %1 by now.</source>
        <translation>실행 중이며 지금까지 %1입니다.</translation>
    </message>
    <message>
        <source>It does not wait: it ended as %1.</source>
        <translation>기다리지 않습니다: %1(으)로 끝났습니다.</translation>
    </message>
    <message>
        <source>As many of its instances run as may.</source>
        <translation>인스턴스가 한도만큼 실행 중입니다.</translation>
    </message>
    <message>
        <source>When that ends, it waits until fewer of its instances run.</source>
        <translation>그다음에는 실행 중인 인스턴스가 줄기를 기다립니다.</translation>
    </message>
    <message>
        <source>It will not run: a task before it failed.</source>
        <translation>실행되지 않습니다: 앞의 태스크가 실패했습니다.</translation>
    </message>
    <message>
        <source>It will not run: %1 before it ended badly.</source>
        <translation>실행되지 않습니다: 앞의 %1이(가) 정상적으로 끝나지 않았습니다.</translation>
    </message>
    <message numerus="yes">
        <source>It will not run: %n tasks before it ended badly.</source>
        <translation>
            <numerusform>실행되지 않습니다: 앞의 태스크 %n개가 정상적으로 끝나지 않았습니다.</numerusform>
        </translation>
    </message>
    <message>
        <source>Instances at once</source>
        <translation>동시 인스턴스</translation>
    </message>
    <message>
        <source>The server says that its scheduler is not well: %1.</source>
        <translation>서버가 스케줄러가 정상이 아니라고 알립니다: %1.</translation>
    </message>
    <message>
        <source>The scheduler was last heard from %1.</source>
        <translation>스케줄러의 마지막 신호는 %1입니다.</translation>
    </message>
    <message>
        <source>The server says that its triggerer is not well: %1.</source>
        <translation>서버가 트리거러가 정상이 아니라고 알립니다: %1.</translation>
    </message>
    <message>
        <source>The triggerer was last heard from %1.</source>
        <translation>트리거러의 마지막 신호는 %1입니다.</translation>
    </message>
    <message>
        <source>The scheduler that started it</source>
        <translation>시작한 스케줄러</translation>
    </message>
    <message>
        <source>heard %1 ago</source>
        <translation>%1 전에 응답</translation>
    </message>
    <message>
        <source>another one works</source>
        <translation>다른 하나가 작동 중</translation>
    </message>
    <message>
        <source>since %1</source>
        <translation>%1부터</translation>
    </message>
    <message>
        <source>The server says %1, but the scheduler that started it has not been heard since %2. It may be lost; the server notices that by itself.</source>
        <translation>서버는 %1(이)라고 하지만, 시작한 스케줄러가 %2부터 응답이 없습니다. 태스크를 잃었을 수 있으며 서버가 스스로 알아차립니다.</translation>
    </message>
    <message>
        <source>The server says %1, but its scheduler is not well: %2. Nobody would notice that it stopped.</source>
        <translation>서버는 %1(이)라고 하지만, 스케줄러가 정상이 아닙니다: %2. 멈췄더라도 알아차릴 주체가 없습니다.</translation>
    </message>
    <message>
        <source>The server says %1, but the scheduler has not been heard since %2, for %3. Nobody would notice that it stopped.</source>
        <translation>서버는 %1(이)라고 하지만, 스케줄러가 %2부터 %3 동안 응답이 없습니다. 멈췄더라도 알아차릴 주체가 없습니다.</translation>
    </message>
</context>
<context>
    <name>WorkText</name>
    <message>
        <source>ended without error</source>
        <translation>오류 없이 끝남</translation>
    </message>
    <message>
        <source>no try left</source>
        <translation>남은 시도 없음</translation>
    </message>
    <message>
        <source>a worker executes it</source>
        <translation>워커가 실행 중</translation>
    </message>
    <message>
        <source>cleared while running</source>
        <translation>실행 중 초기화됨</translation>
    </message>
    <message>
        <source>has a slot, waits for a worker</source>
        <translation>슬롯 확보, 워커 대기</translation>
    </message>
    <message>
        <source>ready, waits for a slot</source>
        <translation>준비됨, 슬롯 대기</translation>
    </message>
    <message>
        <source>waits in the triggerer</source>
        <translation>트리거러에서 대기</translation>
    </message>
    <message>
        <source>waits for a person</source>
        <translation>사람의 응답 대기</translation>
    </message>
    <message>
        <source>failed, next try is timed</source>
        <translation>실패, 다음 시도 예정</translation>
    </message>
    <message>
        <source>sensor gave its slot back</source>
        <translation>센서가 슬롯을 반납함</translation>
    </message>
    <message>
        <source>a task before it failed</source>
        <translation>앞선 태스크가 실패</translation>
    </message>
    <message>
        <source>branch or rule left it out</source>
        <translation>분기나 규칙이 건너뜀</translation>
    </message>
    <message>
        <source>no longer in the code</source>
        <translation>코드에 더 이상 없음</translation>
    </message>
    <message>
        <source>not looked at yet</source>
        <translation>아직 처리되지 않음</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1초</translation>
    </message>
    <message>
        <source>%1 m</source>
        <translation>%1분</translation>
    </message>
    <message>
        <source>%1 h</source>
        <translation>%1시간</translation>
    </message>
    <message>
        <source>%1 d</source>
        <translation>%1일</translation>
    </message>
    <message>
        <source>%1 m %2 s</source>
        <translation>%1분 %2초</translation>
    </message>
    <message>
        <source>%1 h %2 m</source>
        <translation>%1시간 %2분</translation>
    </message>
    <message>
        <source>%1 d %2 h</source>
        <translation>%1일 %2시간</translation>
    </message>
    <message>
        <source>Airflow does not reach its metadata database.</source>
        <translation>Airflow가 메타데이터 데이터베이스에 연결하지 못합니다.</translation>
    </message>
    <message>
        <source>The scheduler has been silent since %1: nothing new starts, and nobody looks after what runs.</source>
        <translation>스케줄러가 %1부터 응답이 없습니다: 새로 시작되는 것이 없고 실행 중인 것도 아무도 돌보지 않습니다.</translation>
    </message>
    <message>
        <source>No scheduler runs: nothing new starts, and nobody looks after what runs.</source>
        <translation>실행 중인 스케줄러가 없습니다: 새로 시작되는 것이 없고 실행 중인 것도 아무도 돌보지 않습니다.</translation>
    </message>
    <message>
        <source>The triggerer has been silent since %1: deferred tasks do not go on.</source>
        <translation>트리거러가 %1부터 응답이 없습니다: 지연된 태스크가 계속되지 않습니다.</translation>
    </message>
    <message>
        <source>No triggerer runs: deferred tasks do not go on.</source>
        <translation>실행 중인 트리거러가 없습니다: 지연된 태스크가 계속되지 않습니다.</translation>
    </message>
    <message>
        <source>The DAG processor has been silent since %1: changed files are not seen.</source>
        <translation>DAG 프로세서가 %1부터 응답이 없습니다: 파일 변경이 반영되지 않습니다.</translation>
    </message>
    <message>
        <source>No DAG processor runs: changed files are not seen.</source>
        <translation>실행 중인 DAG 프로세서가 없습니다: 파일 변경이 반영되지 않습니다.</translation>
    </message>
    <message numerus="yes">
        <source>%n more instances</source>
        <translation>
            <numerusform>인스턴스 %n개 더</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>WriteModes</name>
    <message>
        <source>Protected</source>
        <translation>보호됨</translation>
    </message>
    <message>
        <source>Read only</source>
        <translation>읽기 전용</translation>
    </message>
    <message>
        <source>Writes on until %1</source>
        <translation>%1까지 쓰기 켜짐</translation>
    </message>
    <message>
        <source>Asks before writes</source>
        <translation>쓰기 전에 묻기</translation>
    </message>
    <message>
        <source>Writes on</source>
        <translation>쓰기 켜짐</translation>
    </message>
    <message>
        <source>Writes are off for this connection. Its pill in the status bar has the switch.</source>
        <translation>이 연결은 쓰기가 꺼져 있습니다. 상태 표시줄의 연결 표시에서 켤 수 있습니다.</translation>
    </message>
    <message>
        <source>Protected: this profile never lets the window change anything.</source>
        <translation>보호됨: 이 프로필에서는 이 창이 아무것도 바꿀 수 없습니다.</translation>
    </message>
</context>
<context>
    <name>core</name>
    <message>
        <source>Open tabs cannot be remembered: the file cannot be written. It is tried again.</source>
        <translation>열린 탭을 기억할 수 없습니다. 파일에 쓸 수 없습니다. 다시 시도합니다.</translation>
    </message>
    <message>
        <source>Unsaved work cannot be written to the disk. It stays in memory and is tried again.</source>
        <translation>저장하지 않은 작업을 디스크에 쓸 수 없습니다. 메모리에 두고 다시 시도합니다.</translation>
    </message>
    <message>
        <source>The audit log cannot be written, so nothing was sent.</source>
        <translation>감사 로그를 쓸 수 없어 아무것도 보내지 않았습니다.</translation>
    </message>
    <message>
        <source>The history of statements cannot be written.</source>
        <translation>명령문 기록을 쓸 수 없습니다.</translation>
    </message>
    <message>
        <source>Ask for less at a time.</source>
        <translation>한 번에 더 적게 요청하세요.</translation>
    </message>
    <message>
        <source>Names for ssh may hold letters, digits, dots and dashes, and may not begin with a dash.</source>
        <translation>ssh 이름에는 글자, 숫자, 점, 하이픈을 쓸 수 있으며 하이픈으로 시작할 수 없습니다.</translation>
    </message>
    <message>
        <source>Install the ssh client of your system.</source>
        <translation>시스템의 ssh 클라이언트를 설치하세요.</translation>
    </message>
    <message>
        <source>Try the same host with ssh in a terminal: the key must be in the agent or without a passphrase, and the host key known.</source>
        <translation>터미널에서 같은 호스트에 ssh로 접속해 보세요. 키가 에이전트에 있거나 암호 구문이 없어야 하고 호스트 키를 알고 있어야 합니다.</translation>
    </message>
    <message>
        <source>Check the certificate files of this service in the profile. A key must be readable and without a passphrase.</source>
        <translation>프로필에서 이 서비스의 인증서 파일을 확인하세요. 키는 읽을 수 있고 암호 구문이 없어야 합니다.</translation>
    </message>
    <message>
        <source>The server&apos;s certificate was made for another name. Use the name it was made for, or have a new one made.</source>
        <translation>서버 인증서가 다른 이름으로 발급되었습니다. 그 이름을 쓰거나 새로 발급받으세요.</translation>
    </message>
    <message>
        <source>The server&apos;s certificate has expired and must be renewed.</source>
        <translation>서버 인증서가 만료되어 갱신해야 합니다.</translation>
    </message>
    <message>
        <source>Name the authority that signed the server&apos;s certificate in the profile (tls: ca).</source>
        <translation>서버 인증서에 서명한 기관을 프로필에 지정하세요(tls: ca).</translation>
    </message>
    <message>
        <source>The server wants a client certificate it knows (tls: cert, key).</source>
        <translation>서버가 아는 클라이언트 인증서를 요구합니다(tls: cert, key).</translation>
    </message>
    <message>
        <source>The server may not speak TLS on this port.</source>
        <translation>서버가 이 포트에서 TLS를 지원하지 않을 수 있습니다.</translation>
    </message>
    <message>
        <source>The history of metrics cannot be written.</source>
        <translation>측정값의 기록을 쓸 수 없습니다.</translation>
    </message>
</context>
<context>
    <name>database</name>
    <message>
        <source>Export to %1</source>
        <translation>%1(으)로 내보내기</translation>
    </message>
    <message>
        <source>Database</source>
        <translation>데이터베이스</translation>
    </message>
    <message>
        <source>Query</source>
        <translation>쿼리</translation>
    </message>
    <message>
        <source>Locks</source>
        <translation>잠금</translation>
    </message>
    <message>
        <source>Run statement</source>
        <translation>명령문 실행</translation>
    </message>
    <message>
        <source>Run this on %1?</source>
        <translation>%1에서 실행할까요?</translation>
    </message>
    <message>
        <source>The statement may change data or structure.</source>
        <translation>이 명령문은 데이터나 구조를 바꿀 수 있습니다.</translation>
    </message>
    <message>
        <source>Run</source>
        <translation>실행</translation>
    </message>
    <message>
        <source>Object</source>
        <translation>개체</translation>
    </message>
    <message>
        <source>WHERE takes one condition, without parameters.</source>
        <translation>WHERE에는 매개변수 없는 조건 하나만 쓸 수 있습니다.</translation>
    </message>
    <message>
        <source>New query, SQL editor, worksheet</source>
        <translation>새 쿼리,SQL 편집기,워크시트,new query,SQL editor</translation>
    </message>
    <message>
        <source>Lock cockpit, blocking, blocked, waiting, sessions, deadlock</source>
        <translation>잠금 현황,차단,대기,세션,교착 상태,locks,blocking,cockpit,deadlock</translation>
    </message>
    <message>
        <source>The open transaction is gone: its connection ended, and the server rolled back what was not committed.</source>
        <translation>열려 있던 트랜잭션이 사라졌습니다. 연결이 끊어졌고, 커밋되지 않은 것은 서버가 롤백했습니다.</translation>
    </message>
</context>
<context>
    <name>pilothouse::app::Application</name>
    <message>
        <source>Roll back and change the language</source>
        <translation>롤백하고 언어 변경</translation>
    </message>
    <message>
        <source>Roll back and reconnect</source>
        <translation>롤백하고 다시 연결</translation>
    </message>
    <message>
        <source>Roll back and switch</source>
        <translation>롤백하고 전환</translation>
    </message>
</context>
<context>
    <name>pilothouse::app::ComposeCard</name>
    <message>
        <source>Import docker-compose.yaml</source>
        <translation>docker-compose.yaml 가져오기</translation>
    </message>
    <message>
        <source>Reads images, ports and environment, then proposes a profile. The file itself is never changed.</source>
        <translation>이미지, 포트, 환경 변수를 읽어 프로필을 제안합니다. 파일 자체는 절대 바꾸지 않습니다.</translation>
    </message>
    <message>
        <source>Drop a file here, or</source>
        <translation>파일을 여기에 놓거나</translation>
    </message>
    <message>
        <source>choose one</source>
        <translation>선택하기</translation>
    </message>
    <message>
        <source>What the file holds</source>
        <translation>파일 내용</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>가져오기</translation>
    </message>
    <message>
        <source>Choose file…</source>
        <translation>파일 선택…</translation>
    </message>
    <message>
        <source>Compose files (*.yaml *.yml)</source>
        <translation>Compose 파일 (*.yaml *.yml)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>모든 파일 (*)</translation>
    </message>
    <message>
        <source>Left out: %1</source>
        <translation>제외: %1</translation>
    </message>
    <message>
        <source>Kept for later versions: %1</source>
        <translation>이후 버전을 위해 유지: %1</translation>
    </message>
    <message>
        <source>This version cannot steer them; they stay in the profile.</source>
        <translation>이 버전은 다룰 수 없지만 프로필에 남습니다.</translation>
    </message>
    <message numerus="yes">
        <source>Import %n service(s)</source>
        <translation>
            <numerusform>서비스 %n개 가져오기</numerusform>
        </translation>
    </message>
    <message>
        <source>Imported</source>
        <translation>가져옴</translation>
    </message>
    <message>
        <source>The profile cannot be saved</source>
        <translation>프로필을 저장할 수 없습니다</translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n service(s) recognised</source>
        <translation>
            <numerusform>서비스 %n개 중 %1개 인식됨</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>pilothouse::app::ConnectCard</name>
    <message>
        <source>Connect to my platform</source>
        <translation>내 플랫폼에 연결</translation>
    </message>
    <message>
        <source>Passwords go to the system&apos;s keychain</source>
        <translation>비밀번호는 시스템 키체인에 저장됩니다</translation>
    </message>
    <message>
        <source>No keychain: passwords are asked for at each start</source>
        <translation>키체인 없음: 시작할 때마다 비밀번호를 묻습니다</translation>
    </message>
    <message>
        <source>Enter one address and Pilothouse looks for the rest. Each change is shown and asked for before it is sent.</source>
        <translation>주소 하나를 입력하면 Pilothouse가 나머지를 찾습니다. 모든 변경은 보내기 전에 보여 주고 묻습니다.</translation>
    </message>
    <message>
        <source>Add service</source>
        <translation>서비스 추가</translation>
    </message>
    <message numerus="yes">
        <source>Connect %n service(s)</source>
        <translation>
            <numerusform>서비스 %n개 연결</numerusform>
        </translation>
    </message>
    <message>
        <source>Connect</source>
        <translation>연결</translation>
    </message>
    <message>
        <source>My platform</source>
        <translation>내 플랫폼</translation>
    </message>
    <message>
        <source>The profile cannot be saved</source>
        <translation>프로필을 저장할 수 없습니다</translation>
    </message>
</context>
<context>
    <name>pilothouse::app::ConnectRow</name>
    <message>
        <source>host:%1</source>
        <translation>host:%1</translation>
    </message>
    <message>
        <source>Address of %1</source>
        <translation>%1 주소</translation>
    </message>
    <message>
        <source>User</source>
        <translation>사용자</translation>
    </message>
    <message>
        <source>User for %1</source>
        <translation>%1 사용자</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>비밀번호</translation>
    </message>
    <message>
        <source>Password for %1</source>
        <translation>%1 비밀번호</translation>
    </message>
    <message>
        <source>%1 answers</source>
        <translation>%1 응답함</translation>
    </message>
    <message>
        <source>%1 ms</source>
        <translation>%1 ms</translation>
    </message>
    <message>
        <source>%1 does not accept it</source>
        <translation>%1에서 받아들이지 않음</translation>
    </message>
    <message>
        <source>%1 asks for a password</source>
        <translation>%1이(가) 비밀번호를 요구함</translation>
    </message>
</context>
<context>
    <name>pilothouse::app::ConnectionForm</name>
    <message>
        <source>a PEM file</source>
        <translation>PEM 파일</translation>
    </message>
    <message>
        <source>Choose: %1</source>
        <translation>선택: %1</translation>
    </message>
    <message>
        <source>Tool</source>
        <translation>도구</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>이름</translation>
    </message>
    <message>
        <source>Shop database</source>
        <translation>쇼핑몰 데이터베이스</translation>
    </message>
    <message>
        <source>Id</source>
        <translation>Id</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>주소</translation>
    </message>
    <message>
        <source>User</source>
        <translation>사용자</translation>
    </message>
    <message>
        <source>in the system&apos;s keychain</source>
        <translation>시스템 키체인에</translation>
    </message>
    <message>
        <source>in an environment variable</source>
        <translation>환경 변수에</translation>
    </message>
    <message>
        <source>none</source>
        <translation>없음</translation>
    </message>
    <message>
        <source>Password is kept</source>
        <translation>비밀번호 보관</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>비밀번호</translation>
    </message>
    <message>
        <source>Variable</source>
        <translation>변수</translation>
    </message>
    <message>
        <source>Encryption</source>
        <translation>암호화</translation>
    </message>
    <message>
        <source>off</source>
        <translation>꺼짐</translation>
    </message>
    <message>
        <source>if the server offers it</source>
        <translation>서버가 지원하면 사용</translation>
    </message>
    <message>
        <source>required, certificate not checked</source>
        <translation>필수, 인증서 확인 안 함</translation>
    </message>
    <message>
        <source>certificate checked</source>
        <translation>인증서 확인</translation>
    </message>
    <message>
        <source>certificate and name checked</source>
        <translation>인증서와 이름 확인</translation>
    </message>
    <message>
        <source>Authority (CA)</source>
        <translation>인증 기관(CA)</translation>
    </message>
    <message>
        <source>Certificate</source>
        <translation>인증서</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>키</translation>
    </message>
    <message>
        <source>ssh jump host</source>
        <translation>ssh 점프 호스트</translation>
    </message>
    <message>
        <source>[user@]host[:port]</source>
        <translation>[user@]host[:port]</translation>
    </message>
    <message>
        <source>in the sandbox</source>
        <translation>샌드박스에</translation>
    </message>
    <message>
        <source>unchanged</source>
        <translation>변경 없음</translation>
    </message>
    <message>
        <source>host:%1</source>
        <translation>host:%1</translation>
    </message>
    <message>
        <source>%1 or a socket&apos;s path</source>
        <translation>%1 또는 소켓 경로</translation>
    </message>
    <message>
        <source>another service has it</source>
        <translation>다른 서비스에서 사용 중</translation>
    </message>
    <message>
        <source>letters, digits and _ only</source>
        <translation>글자, 숫자, _만 가능</translation>
    </message>
    <message>
        <source>certificate and key are only of use together</source>
        <translation>인증서와 키는 함께 써야 함</translation>
    </message>
    <message>
        <source>not a value it can have</source>
        <translation>쓸 수 없는 값</translation>
    </message>
    <message>
        <source>%1 (ms)</source>
        <translation>%1(ms)</translation>
    </message>
</context>
<context>
    <name>pilothouse::app::ConnectionPopover</name>
    <message>
        <source>Connection</source>
        <translation>연결</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>주소</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>버전</translation>
    </message>
    <message>
        <source>Connections</source>
        <translation>연결</translation>
    </message>
    <message>
        <source>Last answer</source>
        <translation>마지막 응답</translation>
    </message>
    <message>
        <source>Allow writes for 15 minutes</source>
        <translation>15분 동안 쓰기 허용</translation>
    </message>
    <message>
        <source>Ask again</source>
        <translation>다시 묻기</translation>
    </message>
    <message>
        <source>Show in its module</source>
        <translation>해당 모듈에서 보기</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>%1 through %2</source>
        <translation>%1, %2 경유</translation>
    </message>
    <message>
        <source>not known yet</source>
        <translation>아직 알 수 없음</translation>
    </message>
    <message>
        <source>none yet</source>
        <translation>아직 없음</translation>
    </message>
    <message>
        <source>This version of Pilothouse cannot steer %1. The entry stays in the profile.</source>
        <translation>이 버전의 Pilothouse는 %1을(를) 다룰 수 없습니다. 항목은 프로필에 남습니다.</translation>
    </message>
    <message>
        <source>Writes allowed for %1</source>
        <translation>%1 쓰기 허용됨</translation>
    </message>
    <message>
        <source>%1 · asked again in %2 s</source>
        <translation>%1 · %2초 후 다시 확인</translation>
    </message>
</context>
<context>
    <name>pilothouse::app::ConnectionsDialog</name>
    <message>
        <source>Connections</source>
        <translation>연결</translation>
    </message>
    <message>
        <source>This profile was made by a newer version. It is shown and not changed.</source>
        <translation>더 새로운 버전에서 만든 프로필입니다. 보기만 하고 바꾸지 않습니다.</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>결과</translation>
    </message>
    <message>
        <source>My platform</source>
        <translation>내 플랫폼</translation>
    </message>
    <message>
        <source>Staging</source>
        <translation>스테이징</translation>
    </message>
    <message>
        <source>Production</source>
        <translation>프로덕션</translation>
    </message>
    <message>
        <source>Sandbox</source>
        <translation>샌드박스</translation>
    </message>
    <message>
        <source>Profile</source>
        <translation>프로필</translation>
    </message>
    <message>
        <source>Environment</source>
        <translation>환경</translation>
    </message>
    <message>
        <source>Services of the profile</source>
        <translation>프로필의 서비스</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>추가</translation>
    </message>
    <message>
        <source>Remove…</source>
        <translation>제거…</translation>
    </message>
    <message>
        <source>Test</source>
        <translation>테스트</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>닫기</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>저장</translation>
    </message>
    <message>
        <source>%1: this version cannot steer it; the entry is kept</source>
        <translation>%1: 이 버전에서 다룰 수 없음, 항목은 유지됨</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>중지</translation>
    </message>
    <message>
        <source>Asking %1 …</source>
        <translation>%1에 요청 중 …</translation>
    </message>
    <message>
        <source>%1 answers, %2 ms</source>
        <translation>%1 응답, %2 ms</translation>
    </message>
    <message>
        <source>The profile needs a name.</source>
        <translation>프로필에 이름이 필요합니다.</translation>
    </message>
    <message>
        <source>Saved in %1</source>
        <translation>%1에 저장됨</translation>
    </message>
    <message>
        <source>Remove %1 from the profile?</source>
        <translation>프로필에서 %1을(를) 제거할까요?</translation>
    </message>
    <message>
        <source>The entry and its password in the keychain go. The service itself is not touched.</source>
        <translation>항목과 키체인의 비밀번호가 제거됩니다. 서비스 자체는 그대로입니다.</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>제거</translation>
    </message>
    <message>
        <source>This connection was edited</source>
        <translation>이 연결이 편집되었습니다</translation>
    </message>
    <message>
        <source>What was changed here is not saved yet.</source>
        <translation>여기서 바꾼 내용이 아직 저장되지 않았습니다.</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>버리기</translation>
    </message>
    <message>
        <source>Keep editing</source>
        <translation>계속 편집</translation>
    </message>
</context>
<context>
    <name>pilothouse::app::Doctor</name>
    <message>
        <source>cannot be read</source>
        <translation>읽을 수 없음</translation>
    </message>
    <message>
        <source>no answer in time</source>
        <translation>제시간에 응답 없음</translation>
    </message>
    <message>
        <source>can be written</source>
        <translation>쓸 수 있음</translation>
    </message>
    <message>
        <source>cannot be written</source>
        <translation>쓸 수 없음</translation>
    </message>
    <message>
        <source>Drafts, history and settings live here. Check its owner and the disk.</source>
        <translation>초안, 기록, 설정이 저장되는 곳입니다. 소유자와 디스크를 확인하세요.</translation>
    </message>
    <message>
        <source>%1 MB free</source>
        <translation>%1 MB 남음</translation>
    </message>
    <message>
        <source>Large results stop early, and drafts may not be saved.</source>
        <translation>큰 결과는 일찍 중단되고 초안이 저장되지 않을 수 있습니다.</translation>
    </message>
    <message>
        <source>fontconfig does not answer</source>
        <translation>fontconfig가 응답하지 않음</translation>
    </message>
    <message>
        <source>no font for this language</source>
        <translation>이 언어의 글꼴이 없음</translation>
    </message>
    <message>
        <source>Install the package %1.</source>
        <translation>%1 패키지를 설치하세요.</translation>
    </message>
    <message>
        <source>not found</source>
        <translation>찾을 수 없음</translation>
    </message>
    <message>
        <source>none was named and there is no sandbox yet</source>
        <translation>지정된 프로필이 없고 아직 샌드박스도 없음</translation>
    </message>
    <message numerus="yes">
        <source>%n service(s)</source>
        <translation>
            <numerusform>서비스 %n개</numerusform>
        </translation>
    </message>
    <message>
        <source>this version cannot steer %1</source>
        <translation>이 버전은 %1을(를) 다룰 수 없음</translation>
    </message>
    <message>
        <source>does not answer</source>
        <translation>응답하지 않음</translation>
    </message>
    <message>
        <source>answers</source>
        <translation>응답함</translation>
    </message>
    <message>
        <source>answers, but is not well</source>
        <translation>응답하지만 상태가 좋지 않음</translation>
    </message>
    <message>
        <source>cannot be used</source>
        <translation>사용할 수 없음</translation>
    </message>
    <message>
        <source>Passwords are asked for at each start, or come from secret: env:NAME.</source>
        <translation>비밀번호는 시작할 때마다 묻거나 secret: env:NAME에서 가져옵니다.</translation>
    </message>
    <message>
        <source>its script does not answer</source>
        <translation>스크립트가 응답하지 않음</translation>
    </message>
    <message>
        <source>cannot be checked</source>
        <translation>확인할 수 없음</translation>
    </message>
</context>
<context>
    <name>pilothouse::app::FirstRunPanel</name>
    <message>
        <source>Where should Pilothouse connect?</source>
        <translation>Pilothouse를 어디에 연결할까요?</translation>
    </message>
    <message>
        <source>Pick one to begin. You can add more profiles at any time from the top bar.</source>
        <translation>하나를 골라 시작하세요. 프로필은 언제든 상단 표시줄에서 더 추가할 수 있습니다.</translation>
    </message>
    <message>
        <source>Start the sandbox</source>
        <translation>샌드박스 시작</translation>
    </message>
    <message>
        <source>Connect to my platform</source>
        <translation>내 플랫폼에 연결</translation>
    </message>
    <message>
        <source>Import docker-compose.yaml</source>
        <translation>docker-compose.yaml 가져오기</translation>
    </message>
    <message>
        <source>Welcome</source>
        <translation>시작</translation>
    </message>
</context>
<context>
    <name>pilothouse::app::HelpDialog</name>
    <message>
        <source>Help</source>
        <translation>도움말</translation>
    </message>
    <message>
        <source>Where to begin</source>
        <translation>시작하는 곳</translation>
    </message>
    <message>
        <source>Diagnostics</source>
        <translation>진단</translation>
    </message>
    <message>
        <source>Stalls of the window</source>
        <translation>창 멈춤</translation>
    </message>
    <message>
        <source>Log folder</source>
        <translation>로그 폴더</translation>
    </message>
    <message>
        <source>State folder</source>
        <translation>상태 폴더</translation>
    </message>
    <message>
        <source>Versions</source>
        <translation>버전</translation>
    </message>
    <message>
        <source>Copy diagnostics</source>
        <translation>진단 정보 복사</translation>
    </message>
    <message>
        <source>Open the log folder</source>
        <translation>로그 폴더 열기</translation>
    </message>
    <message>
        <source>longest %1 ms, p99.9 %2 ms, of %3 busy spells</source>
        <translation>최대 %1 ms, p99.9 %2 ms, 사용 구간 %3회</translation>
    </message>
</context>
<context>
    <name>pilothouse::app::LiveButton</name>
    <message>
        <source>Live</source>
        <translation>실시간</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1(%2)</translation>
    </message>
    <message>
        <source>Live on or off</source>
        <translation>실시간 켜기 또는 끄기</translation>
    </message>
</context>
<context>
    <name>pilothouse::app::LookBar</name>
    <message>
        <source>Language</source>
        <translation>언어</translation>
    </message>
    <message>
        <source>Appearance</source>
        <translation>모양</translation>
    </message>
    <message>
        <source>System</source>
        <translation>시스템</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>어둡게</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>밝게</translation>
    </message>
    <message>
        <source>Density</source>
        <translation>밀도</translation>
    </message>
    <message>
        <source>Compact</source>
        <translation>촘촘하게</translation>
    </message>
    <message>
        <source>Comfortable</source>
        <translation>여유 있게</translation>
    </message>
    <message>
        <source>Every action is in the command palette.</source>
        <translation>모든 동작은 명령 팔레트에 있습니다.</translation>
    </message>
    <message>
        <source>All shortcuts</source>
        <translation>모든 단축키</translation>
    </message>
</context>
<context>
    <name>pilothouse::app::MainWindow</name>
    <message>
        <source>No tab is open</source>
        <translation>열린 탭이 없습니다</translation>
    </message>
    <message>
        <source>Pick a module on the rail, or jump to any object by its name.</source>
        <translation>사이드바에서 모듈을 고르거나 이름으로 원하는 개체로 이동하세요.</translation>
    </message>
    <message>
        <source>Command palette</source>
        <translation>명령 팔레트</translation>
    </message>
    <message>
        <source>New tab</source>
        <translation>새 탭</translation>
    </message>
    <message>
        <source>All shortcuts for this view</source>
        <translation>이 화면의 모든 단축키</translation>
    </message>
    <message>
        <source>Expand or collapse the rail</source>
        <translation>사이드바 펼치기 또는 접기</translation>
    </message>
    <message>
        <source>Switch profile</source>
        <translation>프로필 전환</translation>
    </message>
    <message>
        <source>Edit connections</source>
        <translation>연결 편집</translation>
    </message>
    <message>
        <source>Next tab</source>
        <translation>다음 탭</translation>
    </message>
    <message>
        <source>Previous tab</source>
        <translation>이전 탭</translation>
    </message>
    <message>
        <source>Close tab</source>
        <translation>탭 닫기</translation>
    </message>
    <message>
        <source>Reopen the tab closed last</source>
        <translation>마지막으로 닫은 탭 다시 열기</translation>
    </message>
    <message>
        <source>Split right</source>
        <translation>오른쪽으로 분할</translation>
    </message>
    <message>
        <source>Split below</source>
        <translation>아래로 분할</translation>
    </message>
    <message>
        <source>Next pane</source>
        <translation>다음 분할 창</translation>
    </message>
    <message>
        <source>Previous pane</source>
        <translation>이전 분할 창</translation>
    </message>
    <message>
        <source>Back, including time range changes</source>
        <translation>뒤로, 시간 범위 변경 포함</translation>
    </message>
    <message>
        <source>Forward</source>
        <translation>앞으로</translation>
    </message>
    <message>
        <source>Refresh this panel</source>
        <translation>이 패널 새로 고침</translation>
    </message>
    <message>
        <source>Live on or off</source>
        <translation>실시간 켜기 또는 끄기</translation>
    </message>
    <message>
        <source>Time range</source>
        <translation>시간 범위</translation>
    </message>
    <message>
        <source>Notifications</source>
        <translation>알림</translation>
    </message>
    <message>
        <source>Tasks</source>
        <translation>작업</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>설정</translation>
    </message>
    <message>
        <source>Help and diagnostics</source>
        <translation>도움말 및 진단</translation>
    </message>
    <message>
        <source>Quit Pilothouse</source>
        <translation>Pilothouse 종료</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>Welcome</source>
        <translation>시작</translation>
    </message>
    <message>
        <source>Tabs</source>
        <translation>탭</translation>
    </message>
    <message>
        <source>Move to the next group</source>
        <translation>다음 그룹으로 이동</translation>
    </message>
    <message>
        <source>Move left</source>
        <translation>왼쪽으로 이동</translation>
    </message>
    <message>
        <source>Move right</source>
        <translation>오른쪽으로 이동</translation>
    </message>
    <message>
        <source>Close the others in this group</source>
        <translation>이 그룹의 다른 탭 닫기</translation>
    </message>
    <message>
        <source>Edit connections…</source>
        <translation>연결 편집…</translation>
    </message>
    <message>
        <source>New profile…</source>
        <translation>새 프로필…</translation>
    </message>
    <message>
        <source>Layout of the window</source>
        <translation>창 배치</translation>
    </message>
    <message>
        <source>More connections</source>
        <translation>연결 더 보기</translation>
    </message>
    <message>
        <source>Roll back and quit</source>
        <translation>롤백하고 종료</translation>
    </message>
    <message numerus="yes">
        <source>%n tab(s) have an open transaction</source>
        <translation>
            <numerusform>탭 %n개에 열린 트랜잭션이 있습니다</numerusform>
        </translation>
    </message>
    <message>
        <source>Stay</source>
        <translation>머무르기</translation>
    </message>
    <message>
        <source>Roll back and switch</source>
        <translation>롤백하고 전환</translation>
    </message>
</context>
<context>
    <name>pilothouse::app::PaletteController</name>
    <message>
        <source>Command palette</source>
        <translation>명령 팔레트</translation>
    </message>
    <message>
        <source>Open tabs</source>
        <translation>열린 탭</translation>
    </message>
    <message>
        <source>Actions</source>
        <translation>동작</translation>
    </message>
    <message>
        <source>Everything</source>
        <translation>전체</translation>
    </message>
    <message>
        <source>Go to a time</source>
        <translation>시간으로 이동</translation>
    </message>
    <message>
        <source>Last %1</source>
        <translation>최근 %1</translation>
    </message>
    <message>
        <source>Type a time (14:05), a date and time, or a span (15m, 6h, 7d)</source>
        <translation>시각(14:05), 날짜와 시각 또는 기간(15m, 6h, 7d)을 입력하세요</translation>
    </message>
    <message>
        <source>Around %1</source>
        <translation>%1 전후</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>New tab</source>
        <translation>새 탭</translation>
    </message>
</context>
<context>
    <name>pilothouse::app::PaletteField</name>
    <message>
        <source>Command palette</source>
        <translation>명령 팔레트</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1(%2)</translation>
    </message>
    <message>
        <source>Jump to an object, a tab or an action…</source>
        <translation>개체, 탭 또는 동작으로 이동…</translation>
    </message>
</context>
<context>
    <name>pilothouse::app::PasswordPrompt</name>
    <message>
        <source>Password</source>
        <translation>비밀번호</translation>
    </message>
    <message>
        <source>Password for %1</source>
        <translation>%1 비밀번호</translation>
    </message>
    <message>
        <source>Password of %1 for %2</source>
        <translation>%2의 %1 비밀번호</translation>
    </message>
    <message>
        <source>The system&apos;s keychain cannot be used, so the password is kept in memory until Pilothouse ends.</source>
        <translation>시스템 키체인을 사용할 수 없어 Pilothouse가 끝날 때까지 비밀번호를 메모리에 보관합니다.</translation>
    </message>
    <message>
        <source>Profile %1. The keychain has no password for it yet.</source>
        <translation>프로필 %1. 키체인에 아직 비밀번호가 없습니다.</translation>
    </message>
    <message>
        <source>Keep it in the system&apos;s keychain</source>
        <translation>시스템 키체인에 보관</translation>
    </message>
    <message>
        <source>Not now</source>
        <translation>나중에</translation>
    </message>
    <message>
        <source>Connect</source>
        <translation>연결</translation>
    </message>
</context>
<context>
    <name>pilothouse::app::PillRow</name>
    <message>
        <source>refused</source>
        <translation>거부됨</translation>
    </message>
    <message>
        <source>no answer</source>
        <translation>응답 없음</translation>
    </message>
    <message>
        <source>sign-in failed</source>
        <translation>로그인 실패</translation>
    </message>
    <message>
        <source>broken reply</source>
        <translation>잘못된 응답</translation>
    </message>
    <message>
        <source>not supported</source>
        <translation>지원 안 됨</translation>
    </message>
    <message>
        <source>failing</source>
        <translation>장애</translation>
    </message>
    <message>
        <source>not steered</source>
        <translation>다루지 않음</translation>
    </message>
    <message>
        <source>%1 ms</source>
        <translation>%1 ms</translation>
    </message>
    <message>
        <source>&lt; 1 ms</source>
        <translation>&lt; 1 ms</translation>
    </message>
    <message>
        <source>connecting</source>
        <translation>연결 중</translation>
    </message>
    <message>
        <source>Connections</source>
        <translation>연결</translation>
    </message>
    <message numerus="yes">
        <source>%n more</source>
        <translation>
            <numerusform>%n개 더</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 since %2</source>
        <translation>%2부터 %1</translation>
    </message>
    <message>
        <source>waits for its password</source>
        <translation>비밀번호를 기다림</translation>
    </message>
</context>
<context>
    <name>pilothouse::app::ProfileSwitcher</name>
    <message>
        <source>No profile</source>
        <translation>프로필 없음</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>Profile: %1</source>
        <translation>프로필: %1</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1(%2)</translation>
    </message>
    <message>
        <source>Switch profile</source>
        <translation>프로필 전환</translation>
    </message>
</context>
<context>
    <name>pilothouse::app::Rail</name>
    <message>
        <source>Help</source>
        <translation>도움말</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>설정</translation>
    </message>
    <message>
        <source>Modules</source>
        <translation>모듈</translation>
    </message>
</context>
<context>
    <name>pilothouse::app::RailItem</name>
    <message>
        <source>%1 (%2)</source>
        <translation>%1(%2)</translation>
    </message>
</context>
<context>
    <name>pilothouse::app::SandboxActions</name>
    <message>
        <source>Start %1 in the sandbox</source>
        <translation>샌드박스에서 %1 시작</translation>
    </message>
    <message>
        <source>Stop %1 in the sandbox…</source>
        <translation>샌드박스의 %1 중지…</translation>
    </message>
    <message>
        <source>Start the sandbox</source>
        <translation>샌드박스 시작</translation>
    </message>
    <message>
        <source>Stop the sandbox…</source>
        <translation>샌드박스 중지…</translation>
    </message>
    <message>
        <source>Reset the sandbox…</source>
        <translation>샌드박스 초기화…</translation>
    </message>
    <message>
        <source>Reset %1 in the sandbox…</source>
        <translation>샌드박스의 %1 초기화…</translation>
    </message>
    <message>
        <source>Start in the sandbox</source>
        <translation>샌드박스에서 시작</translation>
    </message>
</context>
<context>
    <name>pilothouse::app::SandboxCard</name>
    <message>
        <source>Start the sandbox</source>
        <translation>샌드박스 시작</translation>
    </message>
    <message>
        <source>Real servers on this computer with the sample data of a shop, and a little live traffic. Nothing leaves the machine.</source>
        <translation>이 컴퓨터의 실제 서버에 쇼핑몰 예제 데이터와 약간의 실시간 트래픽이 있습니다. 아무것도 컴퓨터 밖으로 나가지 않습니다.</translation>
    </message>
    <message>
        <source>Progress of the sandbox</source>
        <translation>샌드박스 진행 상황</translation>
    </message>
    <message>
        <source>The sandbox does not answer</source>
        <translation>샌드박스가 응답하지 않습니다</translation>
    </message>
    <message>
        <source>Open the sandbox</source>
        <translation>샌드박스 열기</translation>
    </message>
    <message>
        <source>a few minutes</source>
        <translation>몇 분</translation>
    </message>
    <message>
        <source>about a minute</source>
        <translation>약 1분</translation>
    </message>
    <message>
        <source>a few seconds</source>
        <translation>몇 초</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>취소</translation>
    </message>
    <message>
        <source>starting</source>
        <translation>시작 중</translation>
    </message>
</context>
<context>
    <name>pilothouse::app::ServiceProbe</name>
    <message>
        <source>no answer in time</source>
        <translation>제시간에 응답 없음</translation>
    </message>
</context>
<context>
    <name>pilothouse::app::SettingsDialog</name>
    <message>
        <source>Settings</source>
        <translation>설정</translation>
    </message>
    <message>
        <source>Appearance</source>
        <translation>모양</translation>
    </message>
    <message>
        <source>Theme</source>
        <translation>테마</translation>
    </message>
    <message>
        <source>System</source>
        <translation>시스템</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>어둡게</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>밝게</translation>
    </message>
    <message>
        <source>Density</source>
        <translation>밀도</translation>
    </message>
    <message>
        <source>Compact</source>
        <translation>촘촘하게</translation>
    </message>
    <message>
        <source>Comfortable</source>
        <translation>여유 있게</translation>
    </message>
    <message>
        <source>High contrast</source>
        <translation>고대비</translation>
    </message>
    <message>
        <source>Stronger borders and a wider focus ring.</source>
        <translation>더 진한 테두리와 더 넓은 포커스 고리.</translation>
    </message>
    <message>
        <source>Reduce motion</source>
        <translation>동작 줄이기</translation>
    </message>
    <message>
        <source>Nothing slides, fades or runs along an edge.</source>
        <translation>밀거나 흐려지거나 가장자리를 따라 움직이지 않습니다.</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>언어</translation>
    </message>
    <message>
        <source>The tabs open again in the new language.</source>
        <translation>탭이 새 언어로 다시 열립니다.</translation>
    </message>
    <message>
        <source>Shortcuts</source>
        <translation>단축키</translation>
    </message>
    <message>
        <source>Shortcut of %1</source>
        <translation>%1 단축키</translation>
    </message>
    <message>
        <source>%1 already belongs to “%2”.</source>
        <translation>%1은(는) 이미 “%2”에 쓰입니다.</translation>
    </message>
</context>
<context>
    <name>pilothouse::app::Sheet</name>
    <message>
        <source>Close</source>
        <translation>닫기</translation>
    </message>
</context>
<context>
    <name>pilothouse::app::ShellWorkbench</name>
    <message>
        <source>%1 is not in this profile</source>
        <translation>%1이(가) 이 프로필에 없습니다</translation>
    </message>
    <message>
        <source>%1 has no panel in this version</source>
        <translation>이 버전에는 %1 패널이 없습니다</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>보기</translation>
    </message>
    <message numerus="yes">
        <source>%n panel(s) show older values</source>
        <translation>
            <numerusform>패널 %n개가 이전 값을 보여 줌</numerusform>
        </translation>
    </message>
    <message>
        <source>The profile %1 cannot be used</source>
        <translation>프로필 %1을(를) 사용할 수 없음</translation>
    </message>
    <message>
        <source>What was open stays as it was.</source>
        <translation>열려 있던 것은 그대로 둡니다.</translation>
    </message>
</context>
<context>
    <name>pilothouse::app::ShortcutSheet</name>
    <message>
        <source>Shortcuts</source>
        <translation>단축키</translation>
    </message>
    <message>
        <source>Window</source>
        <translation>창</translation>
    </message>
</context>
<context>
    <name>pilothouse::app::StatusBar</name>
    <message>
        <source>%1 of %2</source>
        <translation>%1 / %2</translation>
    </message>
    <message>
        <source>waiting</source>
        <translation>대기 중</translation>
    </message>
    <message>
        <source>running</source>
        <translation>실행 중</translation>
    </message>
    <message>
        <source>done</source>
        <translation>완료</translation>
    </message>
    <message>
        <source>refused</source>
        <translation>거부됨</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>실패</translation>
    </message>
    <message>
        <source>cancelled</source>
        <translation>취소됨</translation>
    </message>
    <message>
        <source>outcome unknown</source>
        <translation>결과 알 수 없음</translation>
    </message>
    <message numerus="yes">
        <source>Notifications: %n not seen</source>
        <translation>
            <numerusform>알림: 읽지 않음 %n개</numerusform>
        </translation>
    </message>
    <message>
        <source>Cancel this task</source>
        <translation>이 작업 취소</translation>
    </message>
    <message>
        <source>Status bar</source>
        <translation>상태 표시줄</translation>
    </message>
    <message numerus="yes">
        <source>%1 row(s)</source>
        <translation>
            <numerusform>%1행</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 key(s)</source>
        <translation>
            <numerusform>키 %1개</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>pilothouse::app::TabGroup</name>
    <message>
        <source>New tab</source>
        <translation>새 탭</translation>
    </message>
    <message>
        <source>Split right</source>
        <translation>오른쪽으로 분할</translation>
    </message>
    <message>
        <source>More about these tabs</source>
        <translation>이 탭들에 대한 추가 동작</translation>
    </message>
</context>
<context>
    <name>pilothouse::app::TabStrip</name>
    <message>
        <source>Tabs</source>
        <translation>탭</translation>
    </message>
    <message>
        <source>%1, not saved</source>
        <translation>%1, 저장 안 됨</translation>
    </message>
    <message>
        <source>Close (Ctrl W)</source>
        <translation>닫기(Ctrl W)</translation>
    </message>
</context>
<context>
    <name>pilothouse::app::TaskButton</name>
    <message numerus="yes">
        <source>+%n more</source>
        <translation>
            <numerusform>%n개 더</numerusform>
        </translation>
    </message>
    <message>
        <source>Outcome unknown: %1</source>
        <translation>결과 알 수 없음: %1</translation>
    </message>
    <message>
        <source>No background tasks</source>
        <translation>백그라운드 작업 없음</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1%</translation>
    </message>
    <message>
        <source>Tasks: %1</source>
        <translation>작업: %1</translation>
    </message>
</context>
<context>
    <name>pilothouse::app::TaskPopover</name>
    <message>
        <source>Tasks</source>
        <translation>작업</translation>
    </message>
    <message>
        <source>Nothing has run yet.</source>
        <translation>아직 실행한 작업이 없습니다.</translation>
    </message>
    <message>
        <source>Remove from the list: %1</source>
        <translation>목록에서 제거: %1</translation>
    </message>
    <message>
        <source>Cancel: %1</source>
        <translation>취소: %1</translation>
    </message>
</context>
<context>
    <name>pilothouse::app::TimeRangeButton</name>
    <message>
        <source>%1 (%2)</source>
        <translation>%1(%2)</translation>
    </message>
    <message>
        <source>Time range</source>
        <translation>시간 범위</translation>
    </message>
    <message>
        <source>Time range: %1, %2</source>
        <translation>시간 범위: %1, %2</translation>
    </message>
</context>
<context>
    <name>pilothouse::app::TimeRangePopover</name>
    <message>
        <source>Time range</source>
        <translation>시간 범위</translation>
    </message>
    <message>
        <source>Last 5 min</source>
        <translation>최근 5분</translation>
    </message>
    <message>
        <source>Last 15 min</source>
        <translation>최근 15분</translation>
    </message>
    <message>
        <source>Last 30 min</source>
        <translation>최근 30분</translation>
    </message>
    <message>
        <source>Last 1 hour</source>
        <translation>최근 1시간</translation>
    </message>
    <message>
        <source>Last 6 hours</source>
        <translation>최근 6시간</translation>
    </message>
    <message>
        <source>Last 24 hours</source>
        <translation>최근 24시간</translation>
    </message>
    <message>
        <source>Last 7 days</source>
        <translation>최근 7일</translation>
    </message>
    <message>
        <source>Last 30 days</source>
        <translation>최근 30일</translation>
    </message>
    <message>
        <source>From</source>
        <translation>시작</translation>
    </message>
    <message>
        <source>To</source>
        <translation>끝</translation>
    </message>
    <message>
        <source>Use this range</source>
        <translation>이 범위 사용</translation>
    </message>
    <message>
        <source>The end must be after the start.</source>
        <translation>끝은 시작보다 뒤여야 합니다.</translation>
    </message>
    <message>
        <source>Write both ends as year-month-day hour:minute:second.</source>
        <translation>양쪽 모두 연-월-일 시:분:초로 쓰세요.</translation>
    </message>
</context>
<context>
    <name>pilothouse::app::TopBar</name>
    <message>
        <source>Production</source>
        <translation>프로덕션</translation>
    </message>
    <message>
        <source>Staging</source>
        <translation>스테이징</translation>
    </message>
    <message>
        <source>Sandbox</source>
        <translation>샌드박스</translation>
    </message>
    <message>
        <source>24 hours</source>
        <translation>24시간</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1초</translation>
    </message>
    <message>
        <source>%1 min</source>
        <translation>%1분</translation>
    </message>
    <message>
        <source>Last %1</source>
        <translation>최근 %1</translation>
    </message>
    <message>
        <source>Layout of the window</source>
        <translation>창 배치</translation>
    </message>
    <message>
        <source>Top bar</source>
        <translation>상단 표시줄</translation>
    </message>
    <message numerus="yes">
        <source>%n day(s)</source>
        <translation>
            <numerusform>%n일</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n hour(s)</source>
        <translation>
            <numerusform>%n시간</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>pilothouse::database::ExportDialog</name>
    <message>
        <source>Export the result</source>
        <translation>결과 내보내기</translation>
    </message>
    <message>
        <source>Table of the INSERT statements, as it is written in SQL:</source>
        <translation>INSERT 문의 테이블(SQL 표기 그대로):</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>내보내기</translation>
    </message>
</context>
<context>
    <name>pilothouse::database::HistoryPopup</name>
    <message numerus="yes">
        <source>%n row(s)</source>
        <translation>
            <numerusform>%n행</numerusform>
        </translation>
    </message>
    <message>
        <source>done</source>
        <translation>완료</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>실패</translation>
    </message>
    <message>
        <source>stopped</source>
        <translation>중지됨</translation>
    </message>
    <message>
        <source>not finished</source>
        <translation>끝나지 않음</translation>
    </message>
    <message>
        <source>History of statements</source>
        <translation>명령문 기록</translation>
    </message>
    <message>
        <source>Filter the history</source>
        <translation>기록 필터</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>시간</translation>
    </message>
    <message>
        <source>Statement</source>
        <translation>명령문</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>결과</translation>
    </message>
    <message>
        <source>Seconds</source>
        <translation>초</translation>
    </message>
    <message>
        <source>Statements, newest first</source>
        <translation>명령문, 최신순</translation>
    </message>
</context>
<context>
    <name>pilothouse::database::LockModel</name>
    <message>
        <source>prepared</source>
        <translation>준비된 트랜잭션</translation>
    </message>
    <message>
        <source>Pilothouse</source>
        <translation>Pilothouse</translation>
    </message>
    <message numerus="yes">
        <source>blocks %n</source>
        <translation>
            <numerusform>%n개 차단</numerusform>
        </translation>
    </message>
    <message>
        <source>Session</source>
        <translation>세션</translation>
    </message>
    <message>
        <source>Waits</source>
        <translation>대기</translation>
    </message>
    <message>
        <source>State</source>
        <translation>상태</translation>
    </message>
    <message>
        <source>also waits for %1, see there what waits behind it</source>
        <translation>%1도 기다림, 그 뒤의 세션은 그곳에 표시</translation>
    </message>
</context>
<context>
    <name>pilothouse::database::LocksPanel</name>
    <message>
        <source>asking %1</source>
        <translation>%1에 요청 중</translation>
    </message>
    <message>
        <source>Locks · %1</source>
        <translation>잠금 · %1</translation>
    </message>
    <message>
        <source>Locks</source>
        <translation>잠금</translation>
    </message>
    <message>
        <source>Sessions shown</source>
        <translation>표시할 세션</translation>
    </message>
    <message>
        <source>Blocked</source>
        <translation>차단됨</translation>
    </message>
    <message>
        <source>All</source>
        <translation>전체</translation>
    </message>
    <message>
        <source>Refresh</source>
        <translation>새로 고침</translation>
    </message>
    <message>
        <source>Blocking sessions</source>
        <translation>차단 중인 세션</translation>
    </message>
    <message>
        <source>Terminate the chosen session…</source>
        <translation>선택한 세션 강제 종료…</translation>
    </message>
    <message>
        <source>Copy pid and query</source>
        <translation>pid와 쿼리 복사</translation>
    </message>
    <message numerus="yes">
        <source>%n session(s) wait</source>
        <translation>
            <numerusform>세션 %n개 대기 중</numerusform>
        </translation>
    </message>
    <message>
        <source>no session waits</source>
        <translation>대기 중인 세션 없음</translation>
    </message>
    <message>
        <source>All %1</source>
        <translation>전체 %1</translation>
    </message>
    <message>
        <source>Root blockers %1</source>
        <translation>최상위 차단 %1</translation>
    </message>
    <message>
        <source>Longest wait %1</source>
        <translation>최장 대기 %1</translation>
    </message>
    <message>
        <source>Longest transaction %1</source>
        <translation>최장 트랜잭션 %1</translation>
    </message>
    <message>
        <source>Writes are off for this connection</source>
        <translation>이 연결은 쓰기가 꺼져 있음</translation>
    </message>
    <message>
        <source>No session waits. Longest transaction %1.</source>
        <translation>대기 중인 세션이 없습니다. 최장 트랜잭션 %1.</translation>
    </message>
    <message>
        <source>reserved connection</source>
        <translation>예약된 연결</translation>
    </message>
    <message>
        <source>Opened in advance: it answers when all slots are taken.</source>
        <translation>미리 열어 둔 연결이라, 모든 연결 슬롯이 차 있어도 응답합니다.</translation>
    </message>
    <message>
        <source>Sessions over time</source>
        <translation>시간별 세션</translation>
    </message>
    <message>
        <source>drag to zoom, Z</source>
        <translation>끌어서 확대, Z</translation>
    </message>
    <message>
        <source>Zoom to the wait</source>
        <translation>대기 구간으로 확대</translation>
    </message>
    <message>
        <source>Sampled every 2 s since %1</source>
        <translation>%1부터 2 s마다 표본 수집</translation>
    </message>
</context>
<context>
    <name>pilothouse::database::ObjectData</name>
    <message>
        <source>Rows</source>
        <translation>행</translation>
    </message>
    <message>
        <source>Values as stored</source>
        <translation>저장된 값 그대로</translation>
    </message>
    <message>
        <source>Page before</source>
        <translation>이전 페이지</translation>
    </message>
    <message>
        <source>Next page</source>
        <translation>다음 페이지</translation>
    </message>
    <message>
        <source>Rows are not read yet</source>
        <translation>아직 행을 읽지 않았습니다</translation>
    </message>
    <message>
        <source>This tab was open when the window closed.</source>
        <translation>창을 닫을 때 열려 있던 탭입니다.</translation>
    </message>
    <message>
        <source>Read the rows</source>
        <translation>행 읽기</translation>
    </message>
    <message>
        <source>Stopped</source>
        <translation>중지됨</translation>
    </message>
    <message>
        <source>No row was read.</source>
        <translation>읽은 행이 없습니다.</translation>
    </message>
    <message>
        <source>Read again</source>
        <translation>다시 읽기</translation>
    </message>
    <message>
        <source>No row</source>
        <translation>행 없음</translation>
    </message>
    <message>
        <source>No row matches</source>
        <translation>일치하는 행 없음</translation>
    </message>
    <message>
        <source>%1 is empty.</source>
        <translation>%1이(가) 비어 있습니다.</translation>
    </message>
    <message>
        <source>Read in %1 s.</source>
        <translation>%1초 만에 읽음.</translation>
    </message>
    <message numerus="yes">
        <source>%n row(s), in no order</source>
        <translation>
            <numerusform>%n행, 순서 없음</numerusform>
        </translation>
    </message>
    <message>
        <source>No further row</source>
        <translation>더 이상 행 없음</translation>
    </message>
    <message>
        <source>Rows %1 to %2, by key, newest first</source>
        <translation>%1~%2행, 키 기준, 최신순</translation>
    </message>
    <message>
        <source>Pages are read by key, no transaction stays open</source>
        <translation>키로 페이지를 읽으며 트랜잭션을 열어 두지 않음</translation>
    </message>
    <message>
        <source>The condition was not accepted</source>
        <translation>조건이 받아들여지지 않았습니다</translation>
    </message>
    <message>
        <source>Read without it</source>
        <translation>조건 없이 읽기</translation>
    </message>
    <message>
        <source>Not sorted by %1: %2</source>
        <translation>%1 기준으로 정렬하지 못함: %2</translation>
    </message>
    <message>
        <source>The rows of %1 cannot be read</source>
        <translation>%1의 행을 읽을 수 없습니다</translation>
    </message>
    <message>
        <source>at character %1 of: %2</source>
        <translation>%1번째 문자: %2</translation>
    </message>
    <message>
        <source>Open as query</source>
        <translation>쿼리로 열기</translation>
    </message>
    <message>
        <source>Rows %1 to %2, by %3, downwards</source>
        <translation>%1~%2행, %3 기준, 내림차순</translation>
    </message>
    <message>
        <source>Rows %1 to %2, by %3, upwards</source>
        <translation>%1~%2행, %3 기준, 오름차순</translation>
    </message>
    <message>
        <source>Rows %1 to %2, in no order</source>
        <translation>%1~%2행, 순서 없음</translation>
    </message>
    <message>
        <source>Pages are counted from the first row: changes in between move rows</source>
        <translation>페이지는 첫 행부터 셉니다. 그사이 변경이 있으면 행이 밀립니다</translation>
    </message>
    <message>
        <source>The order was not accepted</source>
        <translation>정렬이 받아들여지지 않았습니다</translation>
    </message>
    <message>
        <source>Read without the order</source>
        <translation>정렬 없이 읽기</translation>
    </message>
</context>
<context>
    <name>pilothouse::database::ObjectFacts</name>
    <message>
        <source>Rows, estimate</source>
        <translation>행, 예상</translation>
    </message>
    <message>
        <source>Table</source>
        <translation>테이블</translation>
    </message>
    <message>
        <source>Indexes</source>
        <translation>인덱스</translation>
    </message>
    <message>
        <source>TOAST</source>
        <translation>TOAST</translation>
    </message>
    <message>
        <source>Total</source>
        <translation>합계</translation>
    </message>
    <message>
        <source>Index scans, seq scans</source>
        <translation>인덱스 스캔, 순차 스캔</translation>
    </message>
    <message>
        <source>Last analyze</source>
        <translation>마지막 ANALYZE</translation>
    </message>
    <message>
        <source>An estimate of the last analyze</source>
        <translation>마지막 ANALYZE의 예상값</translation>
    </message>
    <message>
        <source>%1 live rows, %2 dead rows</source>
        <translation>살아 있는 행 %1, 죽은 행 %2</translation>
    </message>
    <message>
        <source>Last vacuum %1</source>
        <translation>마지막 VACUUM %1</translation>
    </message>
</context>
<context>
    <name>pilothouse::database::ObjectPanel</name>
    <message>
        <source>No object chosen</source>
        <translation>선택한 개체 없음</translation>
    </message>
    <message>
        <source>Open a table, view or function from the schemas or the palette.</source>
        <translation>스키마나 명령 팔레트에서 테이블, 뷰 또는 함수를 여세요.</translation>
    </message>
    <message>
        <source>Object · %1</source>
        <translation>개체 · %1</translation>
    </message>
    <message>
        <source>Object</source>
        <translation>개체</translation>
    </message>
    <message>
        <source>Arguments</source>
        <translation>인수</translation>
    </message>
    <message>
        <source>What can be done with it</source>
        <translation>할 수 있는 작업</translation>
    </message>
    <message>
        <source>Refresh</source>
        <translation>새로 고침</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>열</translation>
    </message>
    <message>
        <source>Data</source>
        <translation>데이터</translation>
    </message>
    <message>
        <source>DDL</source>
        <translation>DDL</translation>
    </message>
    <message>
        <source>Dependents</source>
        <translation>종속 개체</translation>
    </message>
    <message>
        <source>Privileges</source>
        <translation>권한</translation>
    </message>
    <message>
        <source>Sizes</source>
        <translation>크기</translation>
    </message>
    <message>
        <source>Index use</source>
        <translation>인덱스 사용</translation>
    </message>
    <message>
        <source>WHERE</source>
        <translation>WHERE</translation>
    </message>
    <message>
        <source>Definition</source>
        <translation>정의</translation>
    </message>
    <message>
        <source>What breaks if I drop this</source>
        <translation>삭제하면 깨지는 것</translation>
    </message>
    <message>
        <source>Copy list</source>
        <translation>목록 복사</translation>
    </message>
    <message>
        <source>Stop reading rows</source>
        <translation>행 읽기 중지</translation>
    </message>
    <message>
        <source>Page of rows before</source>
        <translation>이전 행 페이지</translation>
    </message>
    <message>
        <source>Next page of rows</source>
        <translation>다음 행 페이지</translation>
    </message>
    <message>
        <source>Query its rows</source>
        <translation>행 조회</translation>
    </message>
    <message>
        <source>Copy name</source>
        <translation>이름 복사</translation>
    </message>
    <message>
        <source>asking %1</source>
        <translation>%1에 요청 중</translation>
    </message>
    <message>
        <source>%1 is not there</source>
        <translation>%1이(가) 없습니다</translation>
    </message>
    <message>
        <source>It was dropped or renamed, or this role may not see it.</source>
        <translation>삭제되었거나 이름이 바뀌었거나 이 역할이 볼 수 없습니다.</translation>
    </message>
    <message>
        <source>partitioned by %1</source>
        <translation>%1 기준 분할</translation>
    </message>
    <message numerus="yes">
        <source>%n partition(s)</source>
        <translation>
            <numerusform>파티션 %n개</numerusform>
        </translation>
    </message>
    <message>
        <source>owner %1</source>
        <translation>소유자 %1</translation>
    </message>
    <message>
        <source>runs as its owner</source>
        <translation>소유자 권한으로 실행</translation>
    </message>
    <message>
        <source>Nothing here depends on it</source>
        <translation>종속된 개체가 없습니다</translation>
    </message>
    <message>
        <source>The server records no dependent, and no function body names it. Programs outside the database are not known here.</source>
        <translation>서버에 기록된 종속 개체가 없고 이름을 쓰는 함수 본문도 없습니다. 데이터베이스 밖의 프로그램은 알 수 없습니다.</translation>
    </message>
    <message numerus="yes">
        <source>DROP is refused without CASCADE: %n object(s) hold on to it</source>
        <translation>
            <numerusform>CASCADE 없이는 DROP이 거부됩니다. 개체 %n개가 붙어 있습니다</numerusform>
        </translation>
    </message>
    <message>
        <source>DROP goes through; what names it fails at its next run</source>
        <translation>DROP은 실행되며 이름을 쓰는 함수는 다음 실행에서 실패합니다</translation>
    </message>
    <message>
        <source>Writes are off for this connection</source>
        <translation>이 연결은 쓰기가 꺼져 있음</translation>
    </message>
    <message>
        <source>Inspect</source>
        <translation>살펴보기</translation>
    </message>
    <message>
        <source>Show who holds it up in the lock cockpit</source>
        <translation>누가 막고 있는지 잠금 화면에서 보기</translation>
    </message>
    <message numerus="yes">
        <source>%n dependent(s)</source>
        <translation>
            <numerusform>종속 항목 %n개</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n session(s) wait, held up by %1</source>
        <translation>
            <numerusform>세션 %n개가 대기 중, %1이(가) 막고 있음</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n session(s) wait</source>
        <translation>
            <numerusform>세션 %n개 대기 중</numerusform>
        </translation>
    </message>
    <message>
        <source>WHERE: %1</source>
        <translation>WHERE: %1</translation>
    </message>
    <message>
        <source>WHERE, character %1: %2</source>
        <translation>WHERE, %1번째 문자: %2</translation>
    </message>
</context>
<context>
    <name>pilothouse::database::ObjectTab</name>
    <message>
        <source>asking %1</source>
        <translation>%1에 요청 중</translation>
    </message>
</context>
<context>
    <name>pilothouse::database::ObjectTabBar</name>
    <message>
        <source>Parts of the object</source>
        <translation>개체의 부분</translation>
    </message>
</context>
<context>
    <name>pilothouse::database::ParamBar</name>
    <message>
        <source>Parameter %1</source>
        <translation>매개변수 %1</translation>
    </message>
</context>
<context>
    <name>pilothouse::database::PlanModel</name>
    <message>
        <source>never ran</source>
        <translation>실행된 적 없음</translation>
    </message>
    <message>
        <source>Node</source>
        <translation>노드</translation>
    </message>
    <message>
        <source>Self time</source>
        <translation>자체 시간</translation>
    </message>
    <message>
        <source>Rows, est → actual</source>
        <translation>행, 예상 → 실제</translation>
    </message>
    <message>
        <source>Rows, est</source>
        <translation>행, 예상</translation>
    </message>
    <message>
        <source>Loops</source>
        <translation>루프</translation>
    </message>
    <message>
        <source>Buffers</source>
        <translation>버퍼</translation>
    </message>
    <message>
        <source>Cost: %1..%2</source>
        <translation>비용: %1..%2</translation>
    </message>
    <message>
        <source>Cost</source>
        <translation>비용</translation>
    </message>
</context>
<context>
    <name>pilothouse::database::PlanView</name>
    <message>
        <source>Explain</source>
        <translation>EXPLAIN</translation>
    </message>
    <message>
        <source>Form of the plan</source>
        <translation>실행 계획 형식</translation>
    </message>
    <message>
        <source>Tree</source>
        <translation>트리</translation>
    </message>
    <message>
        <source>Close the plan</source>
        <translation>실행 계획 닫기</translation>
    </message>
    <message>
        <source>Query plan</source>
        <translation>실행 계획</translation>
    </message>
    <message>
        <source>Plan as JSON</source>
        <translation>JSON 실행 계획</translation>
    </message>
    <message>
        <source>Explain analyze</source>
        <translation>EXPLAIN ANALYZE</translation>
    </message>
    <message>
        <source>estimates only</source>
        <translation>예상값만</translation>
    </message>
    <message>
        <source>%1, rolled back</source>
        <translation>%1, 롤백됨</translation>
    </message>
    <message>
        <source>%1: the estimate is %2 × too low</source>
        <translation>%1: 예상값이 %2배 너무 낮음</translation>
    </message>
    <message>
        <source>%1: the estimate is %2 × too high</source>
        <translation>%1: 예상값이 %2배 너무 높음</translation>
    </message>
    <message>
        <source>Run ANALYZE</source>
        <translation>ANALYZE 실행</translation>
    </message>
    <message>
        <source>It may write, so it was not run: estimates only. &quot;Explain and analyze inside a rollback&quot; measures it.</source>
        <translation>쓸 수 있는 문이라 실행하지 않았습니다: 추정치만 있습니다. &quot;EXPLAIN ANALYZE 후 롤백&quot;로 측정할 수 있습니다.</translation>
    </message>
</context>
<context>
    <name>pilothouse::database::QueryBar</name>
    <message>
        <source>Run</source>
        <translation>실행</translation>
    </message>
    <message>
        <source>Explain</source>
        <translation>EXPLAIN</translation>
    </message>
    <message>
        <source>Commit</source>
        <translation>커밋</translation>
    </message>
    <message>
        <source>Roll back</source>
        <translation>롤백</translation>
    </message>
    <message>
        <source>History</source>
        <translation>기록</translation>
    </message>
    <message>
        <source>Transaction open</source>
        <translation>트랜잭션 열림</translation>
    </message>
</context>
<context>
    <name>pilothouse::database::QueryPanel</name>
    <message>
        <source>%1 · query</source>
        <translation>%1 · 쿼리</translation>
    </message>
    <message>
        <source>Query · %1</source>
        <translation>쿼리 · %1</translation>
    </message>
    <message>
        <source>Commit</source>
        <translation>커밋</translation>
    </message>
    <message>
        <source>Roll back</source>
        <translation>롤백</translation>
    </message>
    <message>
        <source>SQL</source>
        <translation>SQL</translation>
    </message>
    <message>
        <source>Try: %1</source>
        <translation>시도: %1</translation>
    </message>
    <message>
        <source>Run the statement or the selection</source>
        <translation>명령문 또는 선택 영역 실행</translation>
    </message>
    <message>
        <source>Run all statements</source>
        <translation>모든 명령문 실행</translation>
    </message>
    <message>
        <source>Stop the query</source>
        <translation>쿼리 중지</translation>
    </message>
    <message>
        <source>Explain, without running</source>
        <translation>EXPLAIN, 실행하지 않음</translation>
    </message>
    <message>
        <source>Explain and analyze</source>
        <translation>EXPLAIN ANALYZE</translation>
    </message>
    <message>
        <source>Explain and analyze inside a rollback</source>
        <translation>EXPLAIN ANALYZE 후 롤백</translation>
    </message>
    <message>
        <source>History of statements</source>
        <translation>명령문 기록</translation>
    </message>
    <message>
        <source>Export the result to a file</source>
        <translation>결과를 파일로 내보내기</translation>
    </message>
    <message>
        <source>Refresh schemas and completion</source>
        <translation>스키마와 자동 완성 새로 고침</translation>
    </message>
    <message>
        <source>Reconnect</source>
        <translation>다시 연결</translation>
    </message>
    <message>
        <source>Filter the schemas</source>
        <translation>스키마 필터</translation>
    </message>
    <message>
        <source>Stopped.</source>
        <translation>중지되었습니다.</translation>
    </message>
    <message>
        <source>asking %1</source>
        <translation>%1에 요청 중</translation>
    </message>
    <message>
        <source>Guarded by the server&apos;s role: it may not write.</source>
        <translation>서버 역할이 보호합니다. 이 역할은 쓸 수 없습니다.</translation>
    </message>
    <message>
        <source>Filtered by Pilothouse. A role that may not write is safer.</source>
        <translation>Pilothouse가 걸러냅니다. 쓸 수 없는 역할이 더 안전합니다.</translation>
    </message>
    <message>
        <source>Line %1, column %2: </source>
        <translation>%1행 %2열: </translation>
    </message>
    <message>
        <source>This tab has an open transaction</source>
        <translation>이 탭에 열린 트랜잭션이 있습니다</translation>
    </message>
    <message>
        <source>Closing %1 rolls back what was not committed.</source>
        <translation>%1을(를) 닫으면 커밋하지 않은 변경이 롤백됩니다.</translation>
    </message>
    <message>
        <source>Stay open</source>
        <translation>열어 두기</translation>
    </message>
    <message>
        <source>What ran in it: %1</source>
        <translation>그 안에서 실행된 것: %1</translation>
    </message>
</context>
<context>
    <name>pilothouse::database::ResultPane</name>
    <message>
        <source>Result</source>
        <translation>결과</translation>
    </message>
    <message>
        <source>Row %1 of %2</source>
        <translation>%2행 중 %1행</translation>
    </message>
    <message>
        <source>Streaming</source>
        <translation>스트리밍 중</translation>
    </message>
    <message>
        <source>Rows per second</source>
        <translation>초당 행 수</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>중지</translation>
    </message>
    <message>
        <source>Export to a file</source>
        <translation>파일로 내보내기</translation>
    </message>
    <message>
        <source>Stopped</source>
        <translation>중지됨</translation>
    </message>
    <message>
        <source>%1 rows/s</source>
        <translation>%1행/초</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1초</translation>
    </message>
    <message numerus="yes">
        <source>at least %1 row(s)</source>
        <translation>
            <numerusform>%1행 이상</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 row(s)</source>
        <translation>
            <numerusform>%1행</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>pilothouse::database::ResultsView</name>
    <message>
        <source>Result shown</source>
        <translation>표시할 결과</translation>
    </message>
    <message>
        <source>Messages</source>
        <translation>메시지</translation>
    </message>
    <message>
        <source>More than %1 results: the rows of statement %2 are not kept.</source>
        <translation>결과가 %1개를 넘어 %2번 명령문의 행은 보관하지 않습니다.</translation>
    </message>
    <message>
        <source>Result %1</source>
        <translation>결과 %1</translation>
    </message>
    <message>
        <source>Messages %1</source>
        <translation>메시지 %1</translation>
    </message>
    <message>
        <source>%1, %2 s</source>
        <translation>%1, %2초</translation>
    </message>
    <message>
        <source>Statement %1: %2</source>
        <translation>명령문 %1: %2</translation>
    </message>
    <message>
        <source>Results and messages appear here.</source>
        <translation>결과와 메시지가 여기에 표시됩니다.</translation>
    </message>
</context>
<context>
    <name>pilothouse::database::SchemaBrowser</name>
    <message>
        <source>Schemas</source>
        <translation>스키마</translation>
    </message>
    <message>
        <source>Refresh schemas</source>
        <translation>스키마 새로 고침</translation>
    </message>
    <message>
        <source>Filter objects</source>
        <translation>개체 필터</translation>
    </message>
    <message>
        <source>Schemas and their objects</source>
        <translation>스키마와 그 개체</translation>
    </message>
    <message>
        <source>No schema here</source>
        <translation>스키마가 없습니다</translation>
    </message>
    <message>
        <source>This role sees no schema in the database.</source>
        <translation>이 역할은 데이터베이스에서 스키마를 볼 수 없습니다.</translation>
    </message>
    <message>
        <source>%1 Try again</source>
        <translation>%1 다시 시도</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>열기</translation>
    </message>
    <message>
        <source>Query its rows</source>
        <translation>행 조회</translation>
    </message>
    <message>
        <source>Put the name into the editor</source>
        <translation>편집기에 이름 넣기</translation>
    </message>
    <message>
        <source>Copy name</source>
        <translation>이름 복사</translation>
    </message>
</context>
<context>
    <name>pilothouse::database::SessionCard</name>
    <message>
        <source>Session</source>
        <translation>세션</translation>
    </message>
    <message>
        <source>State</source>
        <translation>상태</translation>
    </message>
    <message>
        <source>Transaction</source>
        <translation>트랜잭션</translation>
    </message>
    <message>
        <source>User, client</source>
        <translation>사용자, 클라이언트</translation>
    </message>
    <message>
        <source>Locks held</source>
        <translation>보유한 잠금</translation>
    </message>
    <message>
        <source>Query of the session</source>
        <translation>세션의 쿼리</translation>
    </message>
    <message>
        <source>Lets through</source>
        <translation>허용</translation>
    </message>
    <message>
        <source>Stops</source>
        <translation>차단</translation>
    </message>
    <message>
        <source>Cancel query</source>
        <translation>쿼리 취소</translation>
    </message>
    <message>
        <source>Terminate…</source>
        <translation>강제 종료…</translation>
    </message>
    <message numerus="yes">
        <source>%n more</source>
        <translation>
            <numerusform>%n개 더</numerusform>
        </translation>
    </message>
    <message>
        <source>none chosen</source>
        <translation>선택 안 함</translation>
    </message>
    <message>
        <source>%1 has gone</source>
        <translation>%1이(가) 사라졌습니다</translation>
    </message>
    <message>
        <source>%1 since %2</source>
        <translation>%1, %2부터</translation>
    </message>
    <message>
        <source>none</source>
        <translation>없음</translation>
    </message>
    <message>
        <source>Query, started %1</source>
        <translation>쿼리, 시작 %1</translation>
    </message>
    <message>
        <source>Last query, ended %1</source>
        <translation>마지막 쿼리, 종료 %1</translation>
    </message>
    <message>
        <source>No query runs to cancel</source>
        <translation>취소할 실행 중인 쿼리 없음</translation>
    </message>
    <message numerus="yes">
        <source>%1, blocks %n session(s)</source>
        <translation>
            <numerusform>%1, 세션 %n개를 막음</numerusform>
        </translation>
    </message>
    <message>
        <source>nothing</source>
        <translation>없음</translation>
    </message>
</context>
<context>
    <name>pilothouse::database::SessionTimeline</name>
    <message>
        <source>Sessions over time</source>
        <translation>시간별 세션</translation>
    </message>
</context>
<context>
    <name>pilothouse::database::SpanLegend</name>
    <message>
        <source>active</source>
        <translation>활성</translation>
    </message>
    <message>
        <source>idle in transaction</source>
        <translation>트랜잭션 중 유휴</translation>
    </message>
    <message>
        <source>waiting for a lock</source>
        <translation>잠금 대기</translation>
    </message>
    <message>
        <source>Colours: %1</source>
        <translation>색상: %1</translation>
    </message>
</context>
<context>
    <name>pilothouse::pipelines::BelowPane</name>
    <message>
        <source>Generated file</source>
        <translation>생성된 파일</translation>
    </message>
    <message>
        <source>What is shown below the canvas</source>
        <translation>캔버스 아래에 표시할 내용</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>코드</translation>
    </message>
    <message>
        <source>Diff</source>
        <translation>차이</translation>
    </message>
    <message>
        <source>Document</source>
        <translation>문서</translation>
    </message>
    <message>
        <source>Data</source>
        <translation>데이터</translation>
    </message>
    <message>
        <source>Log</source>
        <translation>로그</translation>
    </message>
    <message>
        <source>Ask again</source>
        <translation>다시 요청</translation>
    </message>
    <message>
        <source>Copy the text</source>
        <translation>텍스트 복사</translation>
    </message>
    <message>
        <source>Generated code</source>
        <translation>생성된 코드</translation>
    </message>
    <message>
        <source>Text of the document</source>
        <translation>문서 텍스트</translation>
    </message>
    <message>
        <source>Log of the streaming job</source>
        <translation>스트리밍 작업의 로그</translation>
    </message>
    <message>
        <source>theirs, on the disk</source>
        <translation>상대 것, 디스크의 파일</translation>
    </message>
    <message>
        <source>Changes</source>
        <translation>변경 내용</translation>
    </message>
    <message>
        <source>writing the code</source>
        <translation>코드 작성 중</translation>
    </message>
    <message>
        <source>No code is generated</source>
        <translation>생성된 코드가 없습니다</translation>
    </message>
    <message>
        <source>First this has to be mended: %1</source>
        <translation>먼저 다음을 고쳐야 합니다: %1</translation>
    </message>
    <message>
        <source>Nothing on the canvas runs yet.</source>
        <translation>캔버스에 아직 실행되는 것이 없습니다.</translation>
    </message>
    <message>
        <source>in no file yet</source>
        <translation>아직 파일 없음</translation>
    </message>
    <message>
        <source>Choose a node that streams and ask for its log with Shift+Enter.</source>
        <translation>스트리밍 노드를 선택하고 Shift+Enter로 로그를 요청하세요.</translation>
    </message>
    <message>
        <source>lines %1 to %2</source>
        <translation>%1~%2행</translation>
    </message>
    <message>
        <source>never deployed</source>
        <translation>배포된 적 없음</translation>
    </message>
    <message>
        <source>%1 against v%2 on %3</source>
        <translation>%3의 v%2 대비 %1</translation>
    </message>
    <message>
        <source>The profile names no supervisor of streaming jobs.</source>
        <translation>프로필에 스트리밍 작업의 supervisor가 지정되어 있지 않습니다.</translation>
    </message>
    <message>
        <source>The job has written nothing yet.</source>
        <translation>작업이 아직 아무것도 쓰지 않았습니다.</translation>
    </message>
</context>
<context>
    <name>pilothouse::pipelines::CodeField</name>
    <message>
        <source>Edit %1 large</source>
        <translation>%1을(를) 크게 편집</translation>
    </message>
    <message>
        <source>Edit %1 large (F4)</source>
        <translation>%1을(를) 크게 편집 (F4)</translation>
    </message>
    <message>
        <source>Esc goes back, everything typed stays</source>
        <translation>Esc로 돌아갑니다. 입력한 내용은 그대로 남습니다</translation>
    </message>
    <message>
        <source>Back to the form</source>
        <translation>양식으로 돌아가기</translation>
    </message>
</context>
<context>
    <name>pilothouse::pipelines::ColumnsEdit</name>
    <message>
        <source>Name</source>
        <translation>이름</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>타입</translation>
    </message>
    <message>
        <source>Null</source>
        <translation>NULL</translation>
    </message>
</context>
<context>
    <name>pilothouse::pipelines::CompareBar</name>
    <message>
        <source>Compared from this version</source>
        <translation>비교 기준 버전</translation>
    </message>
    <message>
        <source>Compared to this version</source>
        <translation>비교 대상 버전</translation>
    </message>
    <message>
        <source>Stop comparing</source>
        <translation>비교 중지</translation>
    </message>
    <message>
        <source>The document as it is</source>
        <translation>현재 문서 그대로</translation>
    </message>
    <message>
        <source>v%1 on %2, %3</source>
        <translation>%2의 v%1, %3</translation>
    </message>
    <message>
        <source>Nothing to compare with: it was never deployed, and no repository knows the file.</source>
        <translation>비교할 것이 없습니다. 배포된 적이 없고 이 파일을 아는 저장소도 없습니다.</translation>
    </message>
    <message>
        <source>reading the versions</source>
        <translation>버전을 읽는 중</translation>
    </message>
    <message>
        <source>This version cannot be read any more.</source>
        <translation>이 버전은 더 이상 읽을 수 없습니다.</translation>
    </message>
    <message numerus="yes">
        <source>%n new</source>
        <translation>
            <numerusform>%n개 추가</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n changed</source>
        <translation>
            <numerusform>%n개 변경</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n removed</source>
        <translation>
            <numerusform>%n개 제거</numerusform>
        </translation>
    </message>
    <message>
        <source>They mean the same.</source>
        <translation>의미가 같습니다.</translation>
    </message>
</context>
<context>
    <name>pilothouse::pipelines::DataPane</name>
    <message>
        <source>Rows that flow along the edge</source>
        <translation>연결선을 따라 흐르는 행</translation>
    </message>
    <message>
        <source>told by %1 in its newest run</source>
        <translation>%1이(가) 최근 실행에서 알려 준 값</translation>
    </message>
    <message>
        <source>%1 on %2</source>
        <translation>%2의 %1</translation>
    </message>
    <message numerus="yes">
        <source>%n rows in %1 s</source>
        <translation>
            <numerusform>%1초 동안 행 %n개</numerusform>
        </translation>
    </message>
    <message>
        <source>No edge is chosen</source>
        <translation>선택한 연결선이 없습니다</translation>
    </message>
    <message>
        <source>Click an edge, or press E on a node, to see what flows along it.</source>
        <translation>연결선을 클릭하거나 노드에서 E를 누르면 흐르는 데이터를 볼 수 있습니다.</translation>
    </message>
    <message>
        <source>asking where %1 lies</source>
        <translation>%1의 위치를 조회하는 중</translation>
    </message>
    <message>
        <source>asking %1</source>
        <translation>%1에 요청 중</translation>
    </message>
    <message>
        <source>Nothing to look at</source>
        <translation>표시할 데이터가 없습니다</translation>
    </message>
    <message>
        <source>Stopped</source>
        <translation>중지됨</translation>
    </message>
    <message>
        <source>Nothing was read.</source>
        <translation>아무것도 읽지 않았습니다.</translation>
    </message>
    <message>
        <source>Ask again</source>
        <translation>다시 요청</translation>
    </message>
    <message>
        <source>It is not there yet</source>
        <translation>아직 없습니다</translation>
    </message>
    <message>
        <source>%1 does not know %2.</source>
        <translation>%1에 %2이(가) 없습니다.</translation>
    </message>
    <message>
        <source>Nothing there yet</source>
        <translation>아직 데이터가 없습니다</translation>
    </message>
    <message>
        <source>The task told nothing in its newest run, or has not run.</source>
        <translation>태스크가 최근 실행에서 알려 준 값이 없거나 아직 실행되지 않았습니다.</translation>
    </message>
    <message>
        <source>%1 has no rows.</source>
        <translation>%1에 행이 없습니다.</translation>
    </message>
</context>
<context>
    <name>pilothouse::pipelines::DeployDock</name>
    <message>
        <source>Deploy…</source>
        <translation>배포…</translation>
    </message>
    <message>
        <source>Run once…</source>
        <translation>한 번 실행…</translation>
    </message>
    <message>
        <source>A run was started.</source>
        <translation>실행이 시작되었습니다.</translation>
    </message>
    <message>
        <source>Run with parameters…</source>
        <translation>매개변수를 지정하여 실행…</translation>
    </message>
    <message>
        <source>Backfill a range of dates…</source>
        <translation>날짜 범위 백필…</translation>
    </message>
    <message>
        <source>Run the node again…</source>
        <translation>노드 다시 실행…</translation>
    </message>
    <message>
        <source>Start the streaming job…</source>
        <translation>스트리밍 작업 시작…</translation>
    </message>
    <message>
        <source>Stop the streaming job…</source>
        <translation>스트리밍 작업 중지…</translation>
    </message>
    <message>
        <source>Restart the job from its checkpoint…</source>
        <translation>체크포인트에서 작업 다시 시작…</translation>
    </message>
    <message>
        <source>Log of the node</source>
        <translation>노드의 로그</translation>
    </message>
    <message>
        <source>Choose a node first.</source>
        <translation>먼저 노드를 선택하세요.</translation>
    </message>
    <message>
        <source>This node streams: it is started and stopped, not run once.</source>
        <translation>이 노드는 스트리밍 노드입니다. 한 번 실행하는 것이 아니라 시작하고 중지합니다.</translation>
    </message>
    <message>
        <source>This node is there and does not run.</source>
        <translation>이 노드는 있기만 할 뿐 실행되지 않습니다.</translation>
    </message>
    <message>
        <source>Only a node that streams has a job of its own.</source>
        <translation>스트리밍 노드에만 자체 작업이 있습니다.</translation>
    </message>
    <message>
        <source>This node is there and does not run: it has no log.</source>
        <translation>이 노드는 있기만 할 뿐 실행되지 않으므로 로그가 없습니다.</translation>
    </message>
    <message>
        <source>There is no run yet that would have a log.</source>
        <translation>로그가 있는 실행이 아직 없습니다.</translation>
    </message>
</context>
<context>
    <name>pilothouse::pipelines::DeployRows</name>
    <message>
        <source>by hand</source>
        <translation>직접 변경됨</translation>
    </message>
    <message>
        <source>not ours</source>
        <translation>다른 출처</translation>
    </message>
    <message>
        <source>no change</source>
        <translation>변경 없음</translation>
    </message>
    <message>
        <source>leaves</source>
        <translation>제거됨</translation>
    </message>
    <message numerus="yes">
        <source>%n column(s)</source>
        <translation>
            <numerusform>열 %n개</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n new column(s)</source>
        <translation>
            <numerusform>새 열 %n개</numerusform>
        </translation>
    </message>
    <message>
        <source>starts</source>
        <translation>시작</translation>
    </message>
    <message>
        <source>stays stopped</source>
        <translation>중지 상태 유지</translation>
    </message>
    <message>
        <source>restarts from its checkpoint</source>
        <translation>체크포인트에서 다시 시작</translation>
    </message>
    <message numerus="yes">
        <source>%n file(s)</source>
        <translation>
            <numerusform>파일 %n개</numerusform>
        </translation>
    </message>
    <message>
        <source>Tables</source>
        <translation>테이블</translation>
    </message>
    <message>
        <source>Kafka topics</source>
        <translation>Kafka 토픽</translation>
    </message>
    <message>
        <source>Streaming jobs</source>
        <translation>스트리밍 작업</translation>
    </message>
    <message>
        <source>dbt</source>
        <translation>dbt</translation>
    </message>
    <message>
        <source>Airflow</source>
        <translation>Airflow</translation>
    </message>
    <message>
        <source>one transaction</source>
        <translation>트랜잭션 하나</translation>
    </message>
    <message>
        <source>No file there was changed by hand</source>
        <translation>그곳에 직접 변경된 파일이 없음</translation>
    </message>
    <message>
        <source>Files there were changed by hand, or are not ours</source>
        <translation>그곳에 직접 변경되었거나 출처가 다른 파일이 있음</translation>
    </message>
    <message>
        <source>%1 of %2 hashes</source>
        <translation>해시 %2개 중 %1개 일치</translation>
    </message>
    <message>
        <source>This file is not of this pipeline. It is never touched.</source>
        <translation>이 파이프라인의 파일이 아닙니다. 절대 건드리지 않습니다.</translation>
    </message>
    <message>
        <source>! was written by hand since the last deploy. + and − are what the pipeline changes.</source>
        <translation>!는 마지막 배포 이후 직접 작성된 부분입니다. +와 −는 파이프라인이 변경하는 부분입니다.</translation>
    </message>
    <message>
        <source>Changed by hand. The text of its last deploy is not kept here any more: ! is what stands there now.</source>
        <translation>직접 변경되었습니다. 마지막으로 배포한 텍스트는 더 이상 여기에 보관되어 있지 않습니다. !는 지금 그곳에 있는 내용입니다.</translation>
    </message>
    <message numerus="yes">
        <source>%n created</source>
        <translation>
            <numerusform>%n개 생성</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n changed</source>
        <translation>
            <numerusform>%n개 변경</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n removed</source>
        <translation>
            <numerusform>%n개 제거</numerusform>
        </translation>
    </message>
    <message>
        <source>left out</source>
        <translation>제외</translation>
    </message>
    <message>
        <source>Nothing there is written over</source>
        <translation>그곳의 어떤 것도 덮어쓰지 않습니다</translation>
    </message>
    <message>
        <source>The tables there can take it</source>
        <translation>그곳의 테이블에 담을 수 있습니다</translation>
    </message>
    <message numerus="yes">
        <source>%n table(s)</source>
        <translation>
            <numerusform>테이블 %n개</numerusform>
        </translation>
    </message>
    <message>
        <source>The topics there fit</source>
        <translation>그곳의 토픽이 맞습니다</translation>
    </message>
    <message numerus="yes">
        <source>%n topic(s)</source>
        <translation>
            <numerusform>토픽 %n개</numerusform>
        </translation>
    </message>
    <message>
        <source>The code for Airflow %1 is written</source>
        <translation>Airflow %1용 코드가 작성되었습니다</translation>
    </message>
    <message>
        <source>Airflow %1 has imported it</source>
        <translation>Airflow %1이(가) 가져왔습니다</translation>
    </message>
</context>
<context>
    <name>pilothouse::pipelines::DeploySheet</name>
    <message>
        <source>Roll back %1 to v%2</source>
        <translation>%1을(를) v%2(으)로 롤백</translation>
    </message>
    <message>
        <source>Deploy %1 v%2</source>
        <translation>%1 v%2 배포</translation>
    </message>
    <message>
        <source>nothing deployed</source>
        <translation>배포된 것 없음</translation>
    </message>
    <message>
        <source>Production: %1</source>
        <translation>프로덕션: %1</translation>
    </message>
    <message>
        <source>Looking what is there</source>
        <translation>현재 상태 확인 중</translation>
    </message>
    <message>
        <source>It is not known what is there</source>
        <translation>현재 상태를 알 수 없음</translation>
    </message>
    <message>
        <source>Look again</source>
        <translation>다시 확인</translation>
    </message>
    <message>
        <source>Nothing to deploy</source>
        <translation>배포할 것 없음</translation>
    </message>
    <message>
        <source>What stands there is this version.</source>
        <translation>그곳에 있는 것이 이 버전입니다.</translation>
    </message>
    <message numerus="yes">
        <source>%n failed</source>
        <translation>
            <numerusform>%n개 실패</numerusform>
        </translation>
    </message>
    <message>
        <source>Version %1 runs there.</source>
        <translation>그곳에서 버전 %1이(가) 실행 중입니다.</translation>
    </message>
    <message>
        <source>What was done is taken back. Tables and topics stay.</source>
        <translation>수행한 작업을 되돌렸습니다. 테이블과 토픽은 남습니다.</translation>
    </message>
    <message>
        <source>Stopped.</source>
        <translation>중지되었습니다.</translation>
    </message>
    <message>
        <source>Taking back what was done</source>
        <translation>수행한 작업을 되돌리는 중</translation>
    </message>
    <message>
        <source>Waiting until Airflow has read it</source>
        <translation>Airflow가 읽을 때까지 대기 중</translation>
    </message>
    <message>
        <source>Writing</source>
        <translation>쓰는 중</translation>
    </message>
    <message numerus="yes">
        <source>Branch %1, %n file(s)</source>
        <translation>
            <numerusform>브랜치 %1, 파일 %n개</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) into %1</source>
        <translation>
            <numerusform>%1에 파일 %n개</numerusform>
        </translation>
    </message>
    <message>
        <source>Roll back to v%1</source>
        <translation>v%1(으)로 롤백</translation>
    </message>
    <message>
        <source>Deploy</source>
        <translation>배포</translation>
    </message>
    <message>
        <source>Promote to %1</source>
        <translation>%1(으)로 승격</translation>
    </message>
    <message>
        <source>Promote…</source>
        <translation>승격…</translation>
    </message>
    <message>
        <source>The document as it is</source>
        <translation>현재 문서 그대로</translation>
    </message>
    <message>
        <source>Close the deploy sheet</source>
        <translation>배포 시트 닫기</translation>
    </message>
    <message>
        <source>What changes</source>
        <translation>변경 내용</translation>
    </message>
    <message>
        <source>Units and files that change</source>
        <translation>변경되는 단위와 파일</translation>
    </message>
    <message>
        <source>Write over it; the version keeps what was there</source>
        <translation>덮어쓰기. 있던 내용은 버전에 보관됩니다</translation>
    </message>
    <message>
        <source>Checks</source>
        <translation>확인 항목</translation>
    </message>
    <message>
        <source>Commit message</source>
        <translation>커밋 메시지</translation>
    </message>
    <message>
        <source>Roll back…</source>
        <translation>롤백…</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>중지</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>실행 취소</translation>
    </message>
    <message>
        <source>Deploy this unit</source>
        <translation>이 단위 배포</translation>
    </message>
    <message>
        <source>Without the tick it stays as it is, and the others are deployed (Space)</source>
        <translation>선택하지 않으면 그대로 두고 나머지만 배포합니다(Space)</translation>
    </message>
    <message numerus="yes">
        <source>%n passed</source>
        <translation>
            <numerusform>%n개 통과</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n to look at</source>
        <translation>
            <numerusform>%n개 확인 필요</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>pilothouse::pipelines::DeployedChip</name>
    <message>
        <source>not deployed</source>
        <translation>배포 안 됨</translation>
    </message>
    <message>
        <source>It was never deployed to %1.</source>
        <translation>%1에 배포된 적이 없습니다.</translation>
    </message>
    <message>
        <source>%1 · edited</source>
        <translation>%1 · 편집됨</translation>
    </message>
    <message>
        <source>Deployed to %1 on %2: %3</source>
        <translation>%2에 %1에 배포됨: %3</translation>
    </message>
</context>
<context>
    <name>pilothouse::pipelines::EditorPanel</name>
    <message>
        <source>Pipeline</source>
        <translation>파이프라인</translation>
    </message>
    <message>
        <source>The file was changed elsewhere and was read anew.</source>
        <translation>파일이 다른 곳에서 변경되어 다시 읽었습니다.</translation>
    </message>
    <message>
        <source>No pipeline is open</source>
        <translation>열린 파이프라인 없음</translation>
    </message>
    <message>
        <source>A pipeline is one file that can be read, reviewed and merged.</source>
        <translation>파이프라인은 읽고 검토하고 병합할 수 있는 파일 하나입니다.</translation>
    </message>
    <message>
        <source>New pipeline</source>
        <translation>새 파이프라인</translation>
    </message>
    <message>
        <source>Open a file…</source>
        <translation>파일 열기…</translation>
    </message>
    <message>
        <source>Reading %1</source>
        <translation>%1 읽는 중</translation>
    </message>
    <message>
        <source>The pipeline cannot be opened</source>
        <translation>파이프라인을 열 수 없음</translation>
    </message>
    <message>
        <source>Open another file…</source>
        <translation>다른 파일 열기…</translation>
    </message>
    <message>
        <source>The file cannot be read as it is. Mend it in an editor: it is read anew by itself.</source>
        <translation>파일을 이 상태로는 읽을 수 없습니다. 편집기에서 고치면 자동으로 다시 읽습니다.</translation>
    </message>
    <message>
        <source>Unsaved work of the last time is back.</source>
        <translation>지난번에 저장하지 않은 작업을 복원했습니다.</translation>
    </message>
    <message numerus="yes">
        <source>Draft, %n change(s)</source>
        <translation>
            <numerusform>초안, 변경 %n개</numerusform>
        </translation>
    </message>
    <message>
        <source>Undo: %1</source>
        <translation>실행 취소: %1</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>실행 취소</translation>
    </message>
    <message>
        <source>Redo: %1</source>
        <translation>다시 실행: %1</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>다시 실행</translation>
    </message>
    <message>
        <source>The file is not there any more.</source>
        <translation>파일이 더 이상 없습니다.</translation>
    </message>
    <message>
        <source>Somebody else has changed the file. Saving waits for your word.</source>
        <translation>다른 사람이 파일을 변경했습니다. 결정할 때까지 저장하지 않습니다.</translation>
    </message>
    <message>
        <source>Decide…</source>
        <translation>결정…</translation>
    </message>
    <message>
        <source>Save the pipeline</source>
        <translation>파이프라인 저장</translation>
    </message>
    <message>
        <source>Pipelines (*.pipeline.yaml)</source>
        <translation>파이프라인 (*.pipeline.yaml)</translation>
    </message>
    <message>
        <source>Open a pipeline</source>
        <translation>파이프라인 열기</translation>
    </message>
    <message>
        <source>Pipelines (*.pipeline.yaml *.pipeline.yml *.json)</source>
        <translation>파이프라인 (*.pipeline.yaml *.pipeline.yml *.json)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>모든 파일 (*)</translation>
    </message>
    <message>
        <source>Target</source>
        <translation>대상</translation>
    </message>
    <message>
        <source>Zoom out</source>
        <translation>축소</translation>
    </message>
    <message>
        <source>Zoom in</source>
        <translation>확대</translation>
    </message>
    <message>
        <source>Show all of it</source>
        <translation>전체 보기</translation>
    </message>
    <message>
        <source>Validate</source>
        <translation>검증</translation>
    </message>
    <message>
        <source>Open a pipeline…</source>
        <translation>파이프라인 열기…</translation>
    </message>
    <message>
        <source>Save the pipeline as…</source>
        <translation>다른 이름으로 파이프라인 저장…</translation>
    </message>
    <message>
        <source>Validate the pipeline</source>
        <translation>파이프라인 검증</translation>
    </message>
    <message>
        <source>Keep mine</source>
        <translation>내 것 유지</translation>
    </message>
    <message>
        <source>Take theirs</source>
        <translation>상대 것 사용</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>비교</translation>
    </message>
    <message>
        <source>Which of the two is to stay?</source>
        <translation>둘 중 어느 것을 남길까요?</translation>
    </message>
    <message>
        <source>The file is not there any more. Keeping yours writes it anew when you save.</source>
        <translation>파일이 더 이상 없습니다. 내 것을 유지하면 저장할 때 파일을 새로 씁니다.</translation>
    </message>
    <message>
        <source>Keeping yours replaces theirs when you save. Taking theirs can be undone.</source>
        <translation>내 것을 유지하면 저장할 때 상대 것을 대체합니다. 상대 것을 사용한 뒤에는 실행 취소할 수 있습니다.</translation>
    </message>
    <message>
        <source>Decide later</source>
        <translation>나중에 결정</translation>
    </message>
    <message>
        <source>Run once</source>
        <translation>한 번 실행</translation>
    </message>
    <message>
        <source>Deploy…</source>
        <translation>배포…</translation>
    </message>
    <message>
        <source>Compare versions</source>
        <translation>버전 비교</translation>
    </message>
    <message>
        <source>Settings of what is chosen</source>
        <translation>선택한 항목의 설정</translation>
    </message>
    <message>
        <source>Compare versions on the canvas</source>
        <translation>캔버스에서 버전 비교</translation>
    </message>
    <message>
        <source>Below: generated code</source>
        <translation>아래: 생성된 코드</translation>
    </message>
    <message>
        <source>Below: changes of the code</source>
        <translation>아래: 코드 변경 사항</translation>
    </message>
    <message>
        <source>Below: document</source>
        <translation>아래: 문서</translation>
    </message>
    <message>
        <source>Below: data of the edge</source>
        <translation>아래: 연결선의 데이터</translation>
    </message>
    <message>
        <source>Below: log of the streaming job</source>
        <translation>아래: 스트리밍 작업의 로그</translation>
    </message>
    <message>
        <source>Airflow %1, as %2 has it</source>
        <translation>Airflow %1, %2에 있는 그대로</translation>
    </message>
    <message>
        <source>Airflow %1, as the sandbox installs it</source>
        <translation>Airflow %1, 샌드박스가 설치하는 그대로</translation>
    </message>
</context>
<context>
    <name>pilothouse::pipelines::FieldEditor</name>
    <message>
        <source>one on each line</source>
        <translation>한 줄에 하나</translation>
    </message>
    <message>
        <source>name: value</source>
        <translation>이름: 값</translation>
    </message>
</context>
<context>
    <name>pilothouse::pipelines::FieldForm</name>
    <message>
        <source>Other settings</source>
        <translation>기타 설정</translation>
    </message>
    <message>
        <source>Program text.</source>
        <translation>프로그램 코드입니다.</translation>
    </message>
    <message>
        <source>%1 from the pipeline</source>
        <translation>파이프라인의 값 %1</translation>
    </message>
</context>
<context>
    <name>pilothouse::pipelines::Inspector</name>
    <message>
        <source>not tried</source>
        <translation>시험되지 않음</translation>
    </message>
    <message>
        <source>No sandbox starts a service this kind could be tried against.</source>
        <translation>이 종류를 시험해 볼 서비스를 시작하는 샌드박스가 없습니다.</translation>
    </message>
    <message>
        <source>Settings of what is chosen</source>
        <translation>선택한 항목의 설정</translation>
    </message>
    <message numerus="yes">
        <source>%n chosen</source>
        <translation>
            <numerusform>%n개 선택됨</numerusform>
        </translation>
    </message>
    <message>
        <source>Data</source>
        <translation>데이터</translation>
    </message>
    <message>
        <source>Task</source>
        <translation>태스크</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>메모</translation>
    </message>
    <message>
        <source>Schedule</source>
        <translation>스케줄</translation>
    </message>
    <message>
        <source>Tasks</source>
        <translation>태스크</translation>
    </message>
    <message>
        <source>About</source>
        <translation>정보</translation>
    </message>
    <message>
        <source>Values</source>
        <translation>값</translation>
    </message>
    <message>
        <source>Page of the inspector</source>
        <translation>속성 창 페이지</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>이름</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>제목</translation>
    </message>
    <message>
        <source>Layer</source>
        <translation>레이어</translation>
    </message>
    <message>
        <source>Owner</source>
        <translation>소유자</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>태그</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>텍스트</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>메모</translation>
    </message>
    <message>
        <source>Starts by</source>
        <translation>시작 방식</translation>
    </message>
    <message>
        <source>Asset: when the stream reports new data</source>
        <translation>애셋: 스트림이 새 데이터를 알릴 때</translation>
    </message>
    <message>
        <source>Sensor: waits for the watermark</source>
        <translation>센서: 워터마크를 기다림</translation>
    </message>
    <message>
        <source>Available now: a batch of what is there</source>
        <translation>지금 있는 데이터: 있는 만큼 배치로 처리</translation>
    </message>
    <message>
        <source>${name} in a parameter stands for the value of the environment it runs in.</source>
        <translation>매개변수의 ${name}은 실행되는 환경의 값을 나타냅니다.</translation>
    </message>
    <message>
        <source>%1 starts %2 as soon as it has ended.</source>
        <translation>%1이(가) 끝나면 바로 %2을(를) 시작합니다.</translation>
    </message>
    <message>
        <source>%2 reads from %1 as it comes.</source>
        <translation>%2은(는) %1에서 데이터가 들어오는 대로 읽습니다.</translation>
    </message>
</context>
<context>
    <name>pilothouse::pipelines::KindModel</name>
    <message>
        <source>%1, not tried</source>
        <translation>%1, 시험되지 않음</translation>
    </message>
    <message>
        <source>Not tried: no sandbox starts a service it could be tried against.</source>
        <translation>시험되지 않음: 시험해 볼 서비스를 시작하는 샌드박스가 없습니다.</translation>
    </message>
    <message>
        <source>not tried</source>
        <translation>시험되지 않음</translation>
    </message>
    <message>
        <source>Left out</source>
        <translation>제외됨</translation>
    </message>
    <message>
        <source>Files of your own kinds of nodes that cannot be used</source>
        <translation>사용할 수 없는 사용자 정의 노드 종류의 파일</translation>
    </message>
</context>
<context>
    <name>pilothouse::pipelines::LibraryModel</name>
    <message>
        <source>paused</source>
        <translation>일시 중지됨</translation>
    </message>
    <message>
        <source>%1, only on the server</source>
        <translation>%1, 서버에만 있음</translation>
    </message>
    <message>
        <source>just now</source>
        <translation>방금</translation>
    </message>
    <message numerus="yes">
        <source>%n min ago</source>
        <translation>
            <numerusform>%n분 전</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n h ago</source>
        <translation>
            <numerusform>%n시간 전</numerusform>
        </translation>
    </message>
    <message>
        <source>This folder is not there. The first pipeline makes it.</source>
        <translation>이 폴더가 없습니다. 첫 파이프라인을 만들 때 생성됩니다.</translation>
    </message>
    <message numerus="yes">
        <source>%n nodes</source>
        <translation>
            <numerusform>노드 %n개</numerusform>
        </translation>
    </message>
    <message>
        <source>never ran</source>
        <translation>실행된 적 없음</translation>
    </message>
    <message>
        <source>not deployed</source>
        <translation>배포되지 않음</translation>
    </message>
    <message numerus="yes">
        <source>folder, %n pipelines</source>
        <translation>
            <numerusform>폴더, 파이프라인 %n개</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n DAGs</source>
        <translation>
            <numerusform>DAG %n개</numerusform>
        </translation>
    </message>
    <message>
        <source>cannot be read</source>
        <translation>읽을 수 없음</translation>
    </message>
    <message>
        <source>open</source>
        <translation>펼쳐짐</translation>
    </message>
    <message>
        <source>closed</source>
        <translation>접힘</translation>
    </message>
    <message>
        <source>The sandbox does not start %1, which it needs.</source>
        <translation>필요한 %1을(를) 샌드박스가 시작하지 않습니다.</translation>
    </message>
    <message>
        <source>not in the sandbox: %1</source>
        <translation>샌드박스에 없음: %1</translation>
    </message>
</context>
<context>
    <name>pilothouse::pipelines::LibraryPanel</name>
    <message>
        <source>Pipelines</source>
        <translation>파이프라인</translation>
    </message>
    <message>
        <source>Import…</source>
        <translation>가져오기…</translation>
    </message>
    <message>
        <source>New…</source>
        <translation>새로 만들기…</translation>
    </message>
    <message>
        <source>Filter: name, tag:gold, owner:data, state:failed</source>
        <translation>필터: 이름, tag:gold, owner:data, state:failed</translation>
    </message>
    <message>
        <source>Words are looked for in name, title, owner, tags and note.
tag:gold  owner:data  state:failed  is:broken</source>
        <translation>단어는 이름, 제목, 소유자, 태그, 메모에서 찾습니다.
tag:gold  owner:data  state:failed  is:broken</translation>
    </message>
    <message>
        <source>reading the folders</source>
        <translation>폴더를 읽는 중</translation>
    </message>
    <message>
        <source>There are no pipelines yet</source>
        <translation>아직 파이프라인이 없음</translation>
    </message>
    <message>
        <source>They are files in %1, and DAGs of connected Airflow servers.</source>
        <translation>%1의 파일과 연결된 Airflow 서버의 DAG가 여기에 표시됩니다.</translation>
    </message>
    <message>
        <source>New pipeline…</source>
        <translation>새 파이프라인…</translation>
    </message>
    <message>
        <source>Import a JSON flow…</source>
        <translation>JSON 플로 가져오기…</translation>
    </message>
    <message>
        <source>Add a folder…</source>
        <translation>폴더 추가…</translation>
    </message>
    <message numerus="yes">
        <source>%n pipelines</source>
        <translation>
            <numerusform>파이프라인 %n개</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%2개 중 %1개</translation>
    </message>
    <message>
        <source>No pipeline is found with &quot;%1&quot;.</source>
        <translation>&quot;%1&quot;에 해당하는 파이프라인이 없습니다.</translation>
    </message>
    <message numerus="yes">
        <source>%n files cannot be read</source>
        <translation>
            <numerusform>파일 %n개를 읽을 수 없음</numerusform>
        </translation>
    </message>
    <message>
        <source>Only the first %1 files of %2 are shown</source>
        <translation>%2의 처음 파일 %1개만 표시됨</translation>
    </message>
    <message>
        <source>Read the folders again</source>
        <translation>폴더 다시 읽기</translation>
    </message>
    <message>
        <source>Filter the pipelines</source>
        <translation>파이프라인 필터</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>열기</translation>
    </message>
    <message>
        <source>Rename…</source>
        <translation>이름 변경…</translation>
    </message>
    <message>
        <source>Duplicate…</source>
        <translation>복제…</translation>
    </message>
    <message>
        <source>Move to a folder…</source>
        <translation>폴더로 이동…</translation>
    </message>
    <message>
        <source>Move to the trash…</source>
        <translation>휴지통으로 이동…</translation>
    </message>
    <message>
        <source>New pipeline</source>
        <translation>새 파이프라인</translation>
    </message>
    <message>
        <source>Create</source>
        <translation>만들기</translation>
    </message>
    <message>
        <source>Nothing</source>
        <translation>없음</translation>
    </message>
    <message>
        <source>Rename %1</source>
        <translation>%1 이름 변경</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>이름 변경</translation>
    </message>
    <message>
        <source>Copy of %1</source>
        <translation>%1 사본</translation>
    </message>
    <message>
        <source>Duplicate</source>
        <translation>복제</translation>
    </message>
    <message>
        <source>Import a JSON flow</source>
        <translation>JSON 플로 가져오기</translation>
    </message>
    <message>
        <source>JSON flows (*.json)</source>
        <translation>JSON 플로 (*.json)</translation>
    </message>
    <message>
        <source>Add a folder of pipelines</source>
        <translation>파이프라인 폴더 추가</translation>
    </message>
    <message>
        <source>Order of the pipelines</source>
        <translation>파이프라인 정렬 순서</translation>
    </message>
    <message>
        <source>By name</source>
        <translation>이름순</translation>
    </message>
    <message>
        <source>By last run</source>
        <translation>마지막 실행순</translation>
    </message>
    <message>
        <source>Take the folder off the list</source>
        <translation>목록에서 폴더 빼기</translation>
    </message>
    <message>
        <source>Order by name, or by the last run</source>
        <translation>이름순 또는 마지막 실행순으로 정렬</translation>
    </message>
    <message>
        <source>%1 is off the list</source>
        <translation>%1을(를) 목록에서 뺐습니다</translation>
    </message>
    <message>
        <source>Its files stay where they are.</source>
        <translation>파일은 그 자리에 그대로 남습니다.</translation>
    </message>
</context>
<context>
    <name>pilothouse::pipelines::NameField</name>
    <message>
        <source>What the target has</source>
        <translation>대상에 있는 것</translation>
    </message>
    <message>
        <source>What the target has (Down)</source>
        <translation>대상에 있는 것 (아래쪽 화살표)</translation>
    </message>
</context>
<context>
    <name>pilothouse::pipelines::NodePalette</name>
    <message>
        <source>Filter</source>
        <translation>필터</translation>
    </message>
    <message>
        <source>Kinds of nodes</source>
        <translation>노드 종류</translation>
    </message>
</context>
<context>
    <name>pilothouse::pipelines::PipelineCanvas</name>
    <message>
        <source>Canvas of the pipeline</source>
        <translation>파이프라인 캔버스</translation>
    </message>
    <message>
        <source>Drag a node here from the list, or press N.</source>
        <translation>목록에서 노드를 여기로 끌어 놓거나 N 키를 누르세요.</translation>
    </message>
    <message>
        <source>New name</source>
        <translation>새 이름</translation>
    </message>
    <message>
        <source>has errors</source>
        <translation>오류 있음</translation>
    </message>
    <message>
        <source>has warnings</source>
        <translation>경고 있음</translation>
    </message>
    <message>
        <source>Canvas: add a node</source>
        <translation>캔버스: 노드 추가</translation>
    </message>
    <message>
        <source>Canvas: connect the node with another</source>
        <translation>캔버스: 노드를 다른 노드와 연결</translation>
    </message>
    <message>
        <source>Nothing leaves this node.</source>
        <translation>이 노드에서 나가는 것이 없습니다.</translation>
    </message>
    <message>
        <source>Canvas: rename</source>
        <translation>캔버스: 이름 변경</translation>
    </message>
    <message>
        <source>Canvas: delete</source>
        <translation>캔버스: 삭제</translation>
    </message>
    <message>
        <source>Canvas: cut</source>
        <translation>캔버스: 잘라내기</translation>
    </message>
    <message>
        <source>Canvas: copy</source>
        <translation>캔버스: 복사</translation>
    </message>
    <message>
        <source>Canvas: paste</source>
        <translation>캔버스: 붙여넣기</translation>
    </message>
    <message>
        <source>Canvas: duplicate</source>
        <translation>캔버스: 복제</translation>
    </message>
    <message>
        <source>Canvas: group</source>
        <translation>캔버스: 그룹으로 묶기</translation>
    </message>
    <message>
        <source>Canvas: ungroup</source>
        <translation>캔버스: 그룹 해제</translation>
    </message>
    <message>
        <source>Canvas: open or close the group</source>
        <translation>캔버스: 그룹 열기 또는 닫기</translation>
    </message>
    <message>
        <source>Canvas: add a note</source>
        <translation>캔버스: 메모 추가</translation>
    </message>
    <message>
        <source>Canvas: find</source>
        <translation>캔버스: 찾기</translation>
    </message>
    <message>
        <source>Canvas: move left</source>
        <translation>캔버스: 왼쪽으로 이동</translation>
    </message>
    <message>
        <source>Canvas: move right</source>
        <translation>캔버스: 오른쪽으로 이동</translation>
    </message>
    <message>
        <source>Canvas: move up</source>
        <translation>캔버스: 위로 이동</translation>
    </message>
    <message>
        <source>Canvas: move down</source>
        <translation>캔버스: 아래로 이동</translation>
    </message>
    <message>
        <source>Canvas: align left</source>
        <translation>캔버스: 왼쪽 맞춤</translation>
    </message>
    <message>
        <source>Canvas: align right</source>
        <translation>캔버스: 오른쪽 맞춤</translation>
    </message>
    <message>
        <source>Canvas: align tops</source>
        <translation>캔버스: 위쪽 맞춤</translation>
    </message>
    <message>
        <source>Canvas: align bottoms</source>
        <translation>캔버스: 아래쪽 맞춤</translation>
    </message>
    <message>
        <source>Canvas: align in a column</source>
        <translation>캔버스: 한 열로 맞춤</translation>
    </message>
    <message>
        <source>Canvas: align in a row</source>
        <translation>캔버스: 한 행으로 맞춤</translation>
    </message>
    <message>
        <source>Canvas: same gaps across</source>
        <translation>캔버스: 가로 간격 같게</translation>
    </message>
    <message>
        <source>Canvas: same gaps downwards</source>
        <translation>캔버스: 세로 간격 같게</translation>
    </message>
    <message>
        <source>Canvas: lay out everything</source>
        <translation>캔버스: 전체 자동 배치</translation>
    </message>
    <message>
        <source>Canvas: lay out the selection</source>
        <translation>캔버스: 선택 항목 자동 배치</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>메모</translation>
    </message>
    <message>
        <source>starts by?</source>
        <translation>시작 방법?</translation>
    </message>
    <message>
        <source>An older version is shown. Compare with the document to edit.</source>
        <translation>이전 버전을 표시하고 있습니다. 편집하려면 문서와 비교하세요.</translation>
    </message>
    <message>
        <source>Canvas: what starts the batch after a stream</source>
        <translation>캔버스: 스트림 다음의 배치를 시작하는 것</translation>
    </message>
    <message>
        <source>Choose an edge from a stream to a batch first.</source>
        <translation>먼저 스트림에서 배치로 가는 연결선을 선택하세요.</translation>
    </message>
    <message>
        <source>%1 ends by itself: nothing has to start %2.</source>
        <translation>%1은(는) 스스로 끝납니다. %2을(를) 따로 시작할 필요가 없습니다.</translation>
    </message>
    <message>
        <source>Asset: when the stream reports new data</source>
        <translation>애셋: 스트림이 새 데이터를 알릴 때</translation>
    </message>
    <message>
        <source>Sensor: waits for the watermark</source>
        <translation>센서: 워터마크를 기다림</translation>
    </message>
    <message>
        <source>Available now: a batch of what is there</source>
        <translation>지금 있는 데이터: 있는 만큼 배치로 처리</translation>
    </message>
</context>
<context>
    <name>pilothouse::pipelines::PipelineDialog</name>
    <message>
        <source>Folder</source>
        <translation>폴더</translation>
    </message>
    <message>
        <source>Begins with</source>
        <translation>시작 내용</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>이름</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>취소</translation>
    </message>
    <message>
        <source>There is a pipeline of this name already.</source>
        <translation>같은 이름의 파이프라인이 이미 있습니다.</translation>
    </message>
</context>
<context>
    <name>pilothouse::pipelines::PlanDiffView</name>
    <message>
        <source>What changes, line by line</source>
        <translation>변경 내용, 줄 단위</translation>
    </message>
    <message numerus="yes">
        <source>%n more line(s)</source>
        <translation>
            <numerusform>%n줄 더</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>pilothouse::pipelines::PortLegend</name>
    <message>
        <source>stream</source>
        <translation>스트림</translation>
    </message>
    <message>
        <source>table</source>
        <translation>테이블</translation>
    </message>
    <message>
        <source>file</source>
        <translation>파일</translation>
    </message>
    <message>
        <source>model</source>
        <translation>모델</translation>
    </message>
    <message>
        <source>check</source>
        <translation>검사</translation>
    </message>
    <message>
        <source>Types of ports: %1</source>
        <translation>포트 종류: %1</translation>
    </message>
</context>
<context>
    <name>pilothouse::pipelines::ProblemModel</name>
    <message>
        <source>line %1</source>
        <translation>%1번째 줄</translation>
    </message>
    <message>
        <source>Error</source>
        <translation>오류</translation>
    </message>
    <message>
        <source>Warning</source>
        <translation>경고</translation>
    </message>
    <message>
        <source>Hint</source>
        <translation>힌트</translation>
    </message>
</context>
<context>
    <name>pilothouse::pipelines::ProblemPane</name>
    <message>
        <source>Problems</source>
        <translation>문제</translation>
    </message>
    <message>
        <source>Problems of the pipeline</source>
        <translation>파이프라인의 문제</translation>
    </message>
    <message>
        <source>none</source>
        <translation>없음</translation>
    </message>
</context>
<context>
    <name>pilothouse::pipelines::RetryPlot</name>
    <message>
        <source>%1 to %2</source>
        <translation>%1 ~ %2</translation>
    </message>
    <message>
        <source>One try, no retries.</source>
        <translation>한 번 시도하며 재시도하지 않습니다.</translation>
    </message>
    <message numerus="yes">
        <source>%n tries</source>
        <translation>
            <numerusform>시도 %n번</numerusform>
        </translation>
    </message>
    <message>
        <source>; waits between them: %1</source>
        <translation>; 시도 사이 대기: %1</translation>
    </message>
    <message>
        <source>; gives up after %1 at the worst.</source>
        <translation>; 최악의 경우 %1 후 포기합니다.</translation>
    </message>
    <message>
        <source>; gives up after %1 and the tries themselves.</source>
        <translation>; %1에 시도 시간을 더한 뒤 포기합니다.</translation>
    </message>
    <message numerus="yes">
        <source>%n tries, waits %1</source>
        <translation>
            <numerusform>시도 %n번, 대기 %1</numerusform>
        </translation>
    </message>
    <message>
        <source>gives up after %1</source>
        <translation>%1 후 포기</translation>
    </message>
    <message>
        <source> and the tries</source>
        <translation> (시도 시간 별도)</translation>
    </message>
    <message>
        <source>, limit %1</source>
        <translation>, 한도 %1</translation>
    </message>
</context>
<context>
    <name>pilothouse::pipelines::ServerDagPanel</name>
    <message>
        <source>Tasks of the DAG</source>
        <translation>DAG의 태스크</translation>
    </message>
    <message>
        <source>Ask the server again</source>
        <translation>서버에 다시 묻기</translation>
    </message>
    <message>
        <source>Open its runs and logs</source>
        <translation>실행과 로그 열기</translation>
    </message>
    <message>
        <source>asking %1</source>
        <translation>%1에 묻는 중</translation>
    </message>
    <message>
        <source>never ran</source>
        <translation>실행된 적 없음</translation>
    </message>
    <message>
        <source>state</source>
        <translation>상태</translation>
    </message>
</context>
<context>
    <name>pilothouse::pipelines::StageChain</name>
    <message>
        <source>Targets</source>
        <translation>대상</translation>
    </message>
</context>
<context>
    <name>pilothouse::queue::CommandPreview</name>
    <message>
        <source>Sends %1</source>
        <translation>보냄: %1</translation>
    </message>
</context>
<context>
    <name>pilothouse::queue::ConflictBar</name>
    <message>
        <source>Somebody else changed it meanwhile. Nothing was overwritten.</source>
        <translation>그사이 다른 사람이 바꾸었습니다. 아무것도 덮어쓰지 않았습니다.</translation>
    </message>
    <message>
        <source>Load theirs</source>
        <translation>상대의 값 불러오기</translation>
    </message>
    <message>
        <source>Overwrite…</source>
        <translation>덮어쓰기…</translation>
    </message>
    <message>
        <source>This is what the server holds. Your edit is kept.</source>
        <translation>서버에 있는 값입니다. 내 편집은 보관되어 있습니다.</translation>
    </message>
    <message>
        <source>Show mine</source>
        <translation>내 것 보기</translation>
    </message>
    <message>
        <source>Discard mine</source>
        <translation>내 것 버리기</translation>
    </message>
    <message>
        <source>It is gone from the server. Your edit is kept.</source>
        <translation>서버에 더 이상 없습니다. 편집 내용은 보관되어 있습니다.</translation>
    </message>
    <message>
        <source>Look again</source>
        <translation>다시 확인</translation>
    </message>
    <message>
        <source>Save it anew…</source>
        <translation>새로 저장…</translation>
    </message>
</context>
<context>
    <name>pilothouse::queue::ConsoleLine</name>
    <message>
        <source>Command</source>
        <translation>명령</translation>
    </message>
    <message>
        <source>Command, e.g. HGETALL cart:user:1</source>
        <translation>명령, 예: HGETALL cart:user:1</translation>
    </message>
    <message>
        <source>Commands that begin so</source>
        <translation>이렇게 시작하는 명령</translation>
    </message>
</context>
<context>
    <name>pilothouse::queue::ConsoleOutput</name>
    <message>
        <source>Commands and replies</source>
        <translation>명령과 응답</translation>
    </message>
    <message>
        <source>Nothing was sent yet. Tab completes a command, Up brings back the last one. What changes something is shown before it is sent.</source>
        <translation>아직 보낸 명령이 없습니다. Tab은 명령을 완성하고 위쪽 화살표는 이전 명령을 불러옵니다. 무언가를 변경하는 명령은 보내기 전에 먼저 보여 줍니다.</translation>
    </message>
</context>
<context>
    <name>pilothouse::queue::ConsolePanel</name>
    <message>
        <source>Console · %1</source>
        <translation>콘솔 · %1</translation>
    </message>
    <message>
        <source>Console</source>
        <translation>콘솔</translation>
    </message>
    <message>
        <source>Clear the output</source>
        <translation>출력 지우기</translation>
    </message>
    <message>
        <source>Run</source>
        <translation>실행</translation>
    </message>
    <message>
        <source>Run the command (Enter)</source>
        <translation>명령 실행 (Enter)</translation>
    </message>
    <message>
        <source>Run the command</source>
        <translation>명령 실행</translation>
    </message>
    <message>
        <source>Stop waiting for the reply</source>
        <translation>응답 기다리기 중지</translation>
    </message>
    <message>
        <source>Ask for the commands of the server again</source>
        <translation>서버의 명령을 다시 조회</translation>
    </message>
    <message numerus="yes">
        <source>%n command(s)</source>
        <translation>
            <numerusform>명령 %n개</numerusform>
        </translation>
    </message>
    <message>
        <source>This is no command.</source>
        <translation>명령이 아닙니다.</translation>
    </message>
    <message>
        <source>not sent</source>
        <translation>보내지 않음</translation>
    </message>
    <message>
        <source>done</source>
        <translation>완료</translation>
    </message>
    <message>
        <source>%1 of %2 elements shown</source>
        <translation>요소 %2개 중 %1개 표시</translation>
    </message>
    <message>
        <source>long values are cut</source>
        <translation>긴 값은 잘림</translation>
    </message>
    <message>
        <source>%1 ms</source>
        <translation>%1 ms</translation>
    </message>
    <message>
        <source>Refused: %1</source>
        <translation>거부됨: %1</translation>
    </message>
    <message>
        <source>stopped</source>
        <translation>중지됨</translation>
    </message>
    <message>
        <source>waiting for the reply, Esc stops</source>
        <translation>응답 대기 중, Esc로 중지</translation>
    </message>
    <message>
        <source>reads</source>
        <translation>읽기</translation>
    </message>
    <message>
        <source>changes the server, shown before it is sent</source>
        <translation>서버를 변경함, 보내기 전에 보여 줌</translation>
    </message>
    <message>
        <source>will be refused</source>
        <translation>거부될 명령</translation>
    </message>
    <message>
        <source>not known to this server</source>
        <translation>이 서버가 모르는 명령</translation>
    </message>
</context>
<context>
    <name>pilothouse::queue::EditBar</name>
    <message>
        <source>Cancel</source>
        <translation>취소</translation>
    </message>
</context>
<context>
    <name>pilothouse::queue::EntryView</name>
    <message>
        <source>Copy the entry</source>
        <translation>엔트리 복사</translation>
    </message>
    <message>
        <source>Entry</source>
        <translation>엔트리</translation>
    </message>
    <message>
        <source>No entry chosen</source>
        <translation>선택한 엔트리 없음</translation>
    </message>
    <message>
        <source>Entry %1</source>
        <translation>엔트리 %1</translation>
    </message>
    <message numerus="yes">
        <source>%n field(s), %1; of long values the first 64 KB</source>
        <translation>
            <numerusform>필드 %n개, %1. 긴 값은 처음 64 KB만</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n field(s), %1</source>
        <translation>
            <numerusform>필드 %n개, %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>pilothouse::queue::Inspector</name>
    <message>
        <source>No key chosen</source>
        <translation>선택한 키 없음</translation>
    </message>
    <message>
        <source>Choose one in the tree, or type a pattern with /.</source>
        <translation>트리에서 고르거나 /를 누르고 패턴을 입력하세요.</translation>
    </message>
    <message>
        <source>TTL</source>
        <translation>TTL</translation>
    </message>
    <message>
        <source>Length</source>
        <translation>길이</translation>
    </message>
    <message>
        <source>Memory</source>
        <translation>메모리</translation>
    </message>
    <message>
        <source>Estimated by the server from a sample of the elements.</source>
        <translation>서버가 일부 요소를 표본으로 추정한 값입니다.</translation>
    </message>
    <message>
        <source>Encoding</source>
        <translation>인코딩</translation>
    </message>
    <message>
        <source>Idle</source>
        <translation>유휴</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>값</translation>
    </message>
    <message>
        <source>Follow</source>
        <translation>따라가기</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>추가</translation>
    </message>
    <message>
        <source>Change time to live</source>
        <translation>TTL 변경</translation>
    </message>
    <message>
        <source>Delete key</source>
        <translation>키 삭제</translation>
    </message>
    <message>
        <source>Elements</source>
        <translation>요소</translation>
    </message>
    <message>
        <source>Load more</source>
        <translation>더 불러오기</translation>
    </message>
    <message>
        <source>There is no view for values of this type.</source>
        <translation>이 타입의 값은 보여 줄 수 없습니다.</translation>
    </message>
    <message>
        <source>Claim for</source>
        <translation>클레임 대상</translation>
    </message>
    <message>
        <source>Consumer</source>
        <translation>소비자</translation>
    </message>
    <message>
        <source>Claim…</source>
        <translation>클레임…</translation>
    </message>
    <message>
        <source>Name a consumer.</source>
        <translation>소비자 이름을 입력하세요.</translation>
    </message>
    <message>
        <source>asking for %1</source>
        <translation>%1 요청 중</translation>
    </message>
    <message>
        <source>This key is not there any more</source>
        <translation>이 키가 더 이상 없습니다</translation>
    </message>
    <message>
        <source>It was deleted, or its time had passed.</source>
        <translation>삭제되었거나 TTL이 지났습니다.</translation>
    </message>
    <message>
        <source>for ever</source>
        <translation>무기한</translation>
    </message>
    <message>
        <source>Fields</source>
        <translation>필드</translation>
    </message>
    <message>
        <source>Entries</source>
        <translation>엔트리</translation>
    </message>
    <message>
        <source>Items</source>
        <translation>항목</translation>
    </message>
    <message>
        <source>Members</source>
        <translation>멤버</translation>
    </message>
    <message>
        <source>now</source>
        <translation>지금</translation>
    </message>
    <message>
        <source>Add field</source>
        <translation>필드 추가</translation>
    </message>
    <message>
        <source>Add entry</source>
        <translation>엔트리 추가</translation>
    </message>
    <message>
        <source>Add item</source>
        <translation>항목 추가</translation>
    </message>
    <message>
        <source>Add member</source>
        <translation>멤버 추가</translation>
    </message>
    <message>
        <source>Following</source>
        <translation>따라가는 중</translation>
    </message>
    <message>
        <source>Load more, %1 of %2 shown</source>
        <translation>더 불러오기, %2개 중 %1개 표시</translation>
    </message>
    <message>
        <source>Time to live</source>
        <translation>TTL</translation>
    </message>
    <message>
        <source>e.g. 90, 1h 30m, 2d; empty: for ever</source>
        <translation>예: 90, 1h 30m, 2d. 비우면 무기한</translation>
    </message>
    <message>
        <source>Apply…</source>
        <translation>적용…</translation>
    </message>
    <message>
        <source>The connection is gone.</source>
        <translation>연결이 사라졌습니다.</translation>
    </message>
    <message>
        <source>This is no time.</source>
        <translation>올바른 시간이 아닙니다.</translation>
    </message>
    <message>
        <source>Rename to</source>
        <translation>새 이름으로 변경</translation>
    </message>
    <message>
        <source>New name</source>
        <translation>새 이름</translation>
    </message>
    <message>
        <source>Rename…</source>
        <translation>이름 변경…</translation>
    </message>
    <message>
        <source>Type another name.</source>
        <translation>다른 이름을 입력하세요.</translation>
    </message>
    <message>
        <source>Copy to</source>
        <translation>복사 대상</translation>
    </message>
    <message>
        <source>Copy…</source>
        <translation>복사…</translation>
    </message>
    <message>
        <source>Add…</source>
        <translation>추가…</translation>
    </message>
    <message>
        <source>New field</source>
        <translation>새 필드</translation>
    </message>
    <message>
        <source>Field</source>
        <translation>필드</translation>
    </message>
    <message>
        <source>New item at the end</source>
        <translation>끝에 새 항목</translation>
    </message>
    <message>
        <source>New member</source>
        <translation>새 멤버</translation>
    </message>
    <message>
        <source>Member</source>
        <translation>멤버</translation>
    </message>
    <message>
        <source>Score</source>
        <translation>점수</translation>
    </message>
    <message>
        <source>New entry</source>
        <translation>새 엔트리</translation>
    </message>
    <message>
        <source>Id, * for the server&apos;s</source>
        <translation>Id, *는 서버가 지정</translation>
    </message>
    <message>
        <source>field value field value, quoted where needed</source>
        <translation>필드 값 필드 값, 필요하면 따옴표</translation>
    </message>
    <message>
        <source>The score is no number.</source>
        <translation>점수가 숫자가 아닙니다.</translation>
    </message>
    <message>
        <source>Fields and values come in pairs.</source>
        <translation>필드와 값은 쌍이어야 합니다.</translation>
    </message>
    <message>
        <source>No element chosen</source>
        <translation>선택한 요소 없음</translation>
    </message>
    <message>
        <source>Item %1</source>
        <translation>항목 %1</translation>
    </message>
    <message>
        <source>Score of %1</source>
        <translation>%1의 점수</translation>
    </message>
    <message>
        <source>Save…</source>
        <translation>저장…</translation>
    </message>
    <message>
        <source>A key named %1 is there already.</source>
        <translation>이름이 %1인 키가 이미 있습니다.</translation>
    </message>
    <message>
        <source>Edit the existing one</source>
        <translation>기존 항목 편집</translation>
    </message>
    <message>
        <source>Its score is %1 now.</source>
        <translation>현재 점수는 %1입니다.</translation>
    </message>
</context>
<context>
    <name>pilothouse::queue::KeyTreeModel</name>
    <message>
        <source>Load %1 more of %2</source>
        <translation>%2개 중 %1개 더 불러오기</translation>
    </message>
    <message>
        <source>(empty)</source>
        <translation>(비어 있음)</translation>
    </message>
    <message numerus="yes">
        <source>%n key(s)</source>
        <translation>
            <numerusform>키 %n개</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>pilothouse::queue::KeysPane</name>
    <message>
        <source>Keys</source>
        <translation>키</translation>
    </message>
    <message>
        <source>db%1</source>
        <translation>db%1</translation>
    </message>
    <message>
        <source>Walk the keys again</source>
        <translation>키 다시 훑기</translation>
    </message>
    <message>
        <source>Filter, e.g. cart:user:*</source>
        <translation>필터, 예: cart:user:*</translation>
    </message>
    <message>
        <source>Types shown</source>
        <translation>표시할 타입</translation>
    </message>
    <message>
        <source>All types</source>
        <translation>모든 타입</translation>
    </message>
    <message>
        <source>String</source>
        <translation>String</translation>
    </message>
    <message>
        <source>Hash</source>
        <translation>Hash</translation>
    </message>
    <message>
        <source>List</source>
        <translation>List</translation>
    </message>
    <message>
        <source>Set</source>
        <translation>Set</translation>
    </message>
    <message>
        <source>Sorted set</source>
        <translation>Sorted Set</translation>
    </message>
    <message>
        <source>Stream</source>
        <translation>Stream</translation>
    </message>
    <message>
        <source>Keys walked</source>
        <translation>훑은 키</translation>
    </message>
    <message>
        <source>Pause the walk</source>
        <translation>훑기 일시 중지</translation>
    </message>
    <message>
        <source>Measure sizes</source>
        <translation>크기 측정</translation>
    </message>
    <message>
        <source>Paused at %1 %</source>
        <translation>%1%에서 일시 중지</translation>
    </message>
    <message>
        <source>Scanned %1 %</source>
        <translation>%1% 스캔됨</translation>
    </message>
    <message>
        <source>Sizes %1 %</source>
        <translation>크기 %1%</translation>
    </message>
    <message>
        <source>All scanned</source>
        <translation>모두 스캔됨</translation>
    </message>
    <message>
        <source>Stopped at %1 %</source>
        <translation>%1%에서 중지됨</translation>
    </message>
    <message>
        <source>Broke off at %1 %</source>
        <translation>%1%에서 끊김</translation>
    </message>
    <message>
        <source>Go on with the walk</source>
        <translation>훑기 계속</translation>
    </message>
    <message>
        <source>SCAN %1, never KEYS</source>
        <translation>SCAN %1, KEYS는 쓰지 않음</translation>
    </message>
    <message>
        <source>Each step keeps the server busy for %1 ms.</source>
        <translation>한 단계마다 서버가 %1 ms 동안 바쁩니다.</translation>
    </message>
    <message>
        <source>How keys are shown</source>
        <translation>키 표시 방식</translation>
    </message>
    <message>
        <source>Tree</source>
        <translation>트리</translation>
    </message>
    <message>
        <source>List</source>
        <comment>all keys in one</comment>
        <translation>목록</translation>
    </message>
    <message numerus="yes">
        <source>db%1, %2 of %3 key(s)</source>
        <translation>
            <numerusform>db%1, 키 %3개 중 %2개</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>db%1, %2 key(s)</source>
        <translation>
            <numerusform>db%1, 키 %2개</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 in %2 key(s), about</source>
        <translation>
            <numerusform>키 %2개에 약 %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>pilothouse::queue::QueuePanel</name>
    <message>
        <source>%1 · db%2</source>
        <translation>%1 · db%2</translation>
    </message>
    <message>
        <source>Walk the keys again</source>
        <translation>키 다시 훑기</translation>
    </message>
    <message>
        <source>Filter keys</source>
        <translation>키 필터</translation>
    </message>
    <message>
        <source>Pause or go on with the walk</source>
        <translation>훑기 일시 중지 또는 계속</translation>
    </message>
    <message>
        <source>Measure the sizes of all keys</source>
        <translation>모든 키의 크기 측정</translation>
    </message>
    <message>
        <source>Copy the name</source>
        <translation>이름 복사</translation>
    </message>
    <message>
        <source>Change time to live…</source>
        <translation>TTL 변경…</translation>
    </message>
    <message>
        <source>Rename the key…</source>
        <translation>키 이름 변경…</translation>
    </message>
    <message>
        <source>Copy the key…</source>
        <translation>키 복사…</translation>
    </message>
    <message>
        <source>Delete the chosen keys…</source>
        <translation>선택한 키 삭제…</translation>
    </message>
    <message>
        <source>Add an element…</source>
        <translation>요소 추가…</translation>
    </message>
    <message>
        <source>Edit the element</source>
        <translation>요소 편집</translation>
    </message>
    <message>
        <source>Load more elements</source>
        <translation>요소 더 불러오기</translation>
    </message>
    <message>
        <source>Follow the stream</source>
        <translation>스트림 따라가기</translation>
    </message>
    <message>
        <source>Change what counts as slow…</source>
        <translation>느림 기준 변경…</translation>
    </message>
    <message>
        <source>Clear the slow log…</source>
        <translation>슬로우 로그 지우기…</translation>
    </message>
    <message>
        <source>Delete…</source>
        <translation>삭제…</translation>
    </message>
    <message>
        <source>asking %1</source>
        <translation>%1에 요청 중</translation>
    </message>
    <message>
        <source>Keys as tree or as list</source>
        <translation>키를 트리 또는 목록으로</translation>
    </message>
    <message>
        <source>Open the console</source>
        <translation>콘솔 열기</translation>
    </message>
    <message>
        <source>Show or hide the server&apos;s figures</source>
        <translation>서버 수치 보이기 또는 숨기기</translation>
    </message>
    <message>
        <source>The server&apos;s figures</source>
        <translation>서버 수치</translation>
    </message>
</context>
<context>
    <name>pilothouse::queue::ServerPane</name>
    <message>
        <source>Hit ratio</source>
        <translation>적중률</translation>
    </message>
    <message>
        <source>Clients</source>
        <translation>클라이언트</translation>
    </message>
    <message>
        <source>Evicted</source>
        <translation>축출됨</translation>
    </message>
    <message>
        <source>Replica lag</source>
        <translation>복제본 지연</translation>
    </message>
    <message>
        <source>Operations</source>
        <translation>연산</translation>
    </message>
    <message>
        <source>Operations per second</source>
        <translation>초당 연산 수</translation>
    </message>
    <message>
        <source>read</source>
        <translation>읽기</translation>
    </message>
    <message>
        <source>write</source>
        <translation>쓰기</translation>
    </message>
    <message>
        <source>all</source>
        <translation>전체</translation>
    </message>
    <message>
        <source>Memory</source>
        <translation>메모리</translation>
    </message>
    <message>
        <source>used</source>
        <translation>사용</translation>
    </message>
    <message>
        <source>resident</source>
        <translation>상주</translation>
    </message>
    <message>
        <source>Slow log</source>
        <translation>슬로우 로그</translation>
    </message>
    <message>
        <source>Change what counts as slow</source>
        <translation>느림 기준 변경</translation>
    </message>
    <message>
        <source>Clear the slow log</source>
        <translation>슬로우 로그 지우기</translation>
    </message>
    <message>
        <source>Slow commands</source>
        <translation>느린 명령</translation>
    </message>
    <message>
        <source>maxmemory %1</source>
        <translation>maxmemory %1</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1%</translation>
    </message>
    <message>
        <source>%1/s</source>
        <translation>%1/초</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1초</translation>
    </message>
    <message>
        <source>no replica</source>
        <translation>복제본 없음</translation>
    </message>
    <message>
        <source>not readable for this user</source>
        <translation>이 사용자는 읽을 수 없음</translation>
    </message>
    <message>
        <source>off</source>
        <translation>꺼짐</translation>
    </message>
    <message>
        <source>%1 ms</source>
        <translation>%1 ms</translation>
    </message>
    <message numerus="yes">
        <source>%n command(s), last %1 kept</source>
        <translation>
            <numerusform>명령 %n개, 최근 %1개 보관</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n command(s)</source>
        <translation>
            <numerusform>명령 %n개</numerusform>
        </translation>
    </message>
    <message>
        <source>Slow from</source>
        <translation>느림 기준</translation>
    </message>
    <message>
        <source>milliseconds</source>
        <translation>밀리초</translation>
    </message>
    <message>
        <source>Change…</source>
        <translation>변경…</translation>
    </message>
    <message>
        <source>This is no time.</source>
        <translation>올바른 시간이 아닙니다.</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 / %2</translation>
    </message>
</context>
<context>
    <name>pilothouse::queue::SlowLogModel</name>
    <message>
        <source>Time</source>
        <translation>시간</translation>
    </message>
    <message>
        <source>ms</source>
        <translation>ms</translation>
    </message>
    <message>
        <source>Command</source>
        <translation>명령</translation>
    </message>
    <message>
        <source>Client</source>
        <translation>클라이언트</translation>
    </message>
    <message>
        <source>unix socket</source>
        <translation>unix 소켓</translation>
    </message>
</context>
<context>
    <name>pilothouse::queue::StreamBar</name>
    <message>
        <source>No consumer group reads this stream.</source>
        <translation>이 스트림을 읽는 소비자 그룹이 없습니다.</translation>
    </message>
    <message>
        <source>Claim…</source>
        <translation>클레임…</translation>
    </message>
    <message>
        <source>Acknowledge…</source>
        <translation>확인(ACK)…</translation>
    </message>
    <message>
        <source>lag %1</source>
        <translation>지연 %1</translation>
    </message>
    <message>
        <source>lag unknown</source>
        <translation>지연 알 수 없음</translation>
    </message>
    <message>
        <source>%1 pending</source>
        <translation>미확인 %1개</translation>
    </message>
    <message numerus="yes">
        <source>Claim %n…</source>
        <translation>
            <numerusform>%n개 클레임…</numerusform>
        </translation>
    </message>
    <message>
        <source>%1: oldest pending %2, %3, delivered %4×</source>
        <translation>%1: 가장 오래된 미확인 %2, %3, %4회 전달</translation>
    </message>
</context>
<context>
    <name>pilothouse::queue::TextValue</name>
    <message>
        <source>Show the value as</source>
        <translation>값 표시 형식</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>텍스트</translation>
    </message>
    <message>
        <source>JSON</source>
        <translation>JSON</translation>
    </message>
    <message>
        <source>Hex</source>
        <translation>16진수</translation>
    </message>
    <message>
        <source>Earlier part of the value</source>
        <translation>값의 앞부분</translation>
    </message>
    <message>
        <source>Later part of the value</source>
        <translation>값의 뒷부분</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>버리기</translation>
    </message>
    <message>
        <source>Save…</source>
        <translation>저장…</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>값</translation>
    </message>
    <message>
        <source>This is no valid JSON yet.</source>
        <translation>아직 올바른 JSON이 아닙니다.</translation>
    </message>
    <message>
        <source>This is no valid hex yet.</source>
        <translation>아직 올바른 16진수가 아닙니다.</translation>
    </message>
    <message>
        <source>Bytes %1 to %2 of %3</source>
        <translation>%3바이트 중 %1~%2</translation>
    </message>
    <message>
        <source>%1 B</source>
        <translation>%1 B</translation>
    </message>
    <message>
        <source>%1 B, can be changed as hex only</source>
        <translation>%1 B, 16진수로만 바꿀 수 있음</translation>
    </message>
</context>
<context>
    <name>pilothouse::queue::ValueModel</name>
    <message>
        <source>Field</source>
        <translation>필드</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>값</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>타입</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>크기</translation>
    </message>
    <message>
        <source>Index</source>
        <translation>인덱스</translation>
    </message>
    <message>
        <source>Member</source>
        <translation>멤버</translation>
    </message>
    <message>
        <source>Score</source>
        <translation>점수</translation>
    </message>
    <message>
        <source>Entry</source>
        <translation>엔트리</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>시간</translation>
    </message>
    <message>
        <source>%1 B</source>
        <translation>%1 B</translation>
    </message>
</context>
<context>
    <name>pilothouse::streams::AccessPane</name>
    <message>
        <source>Access rules</source>
        <translation>접근 규칙</translation>
    </message>
    <message>
        <source>New rule…</source>
        <translation>새 규칙…</translation>
    </message>
    <message>
        <source>Filter rules</source>
        <translation>규칙 필터</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>주체</translation>
    </message>
    <message>
        <source>May</source>
        <translation>권한</translation>
    </message>
    <message>
        <source>Operation</source>
        <translation>작업</translation>
    </message>
    <message>
        <source>Resource</source>
        <translation>리소스</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>이름</translation>
    </message>
    <message>
        <source>From host</source>
        <translation>호스트</translation>
    </message>
    <message>
        <source>Remove…</source>
        <translation>제거…</translation>
    </message>
    <message>
        <source>New access rule…</source>
        <translation>새 접근 규칙…</translation>
    </message>
    <message>
        <source>Remove the chosen access rules…</source>
        <translation>선택한 접근 규칙 제거…</translation>
    </message>
    <message>
        <source>Add the access rule…</source>
        <translation>접근 규칙 추가…</translation>
    </message>
    <message>
        <source>Allowed or denied</source>
        <translation>허용 또는 거부</translation>
    </message>
    <message>
        <source>allow</source>
        <translation>허용</translation>
    </message>
    <message>
        <source>deny</source>
        <translation>거부</translation>
    </message>
    <message>
        <source>User:alice</source>
        <translation>User:alice</translation>
    </message>
    <message>
        <source>Kind of resource</source>
        <translation>리소스 종류</translation>
    </message>
    <message>
        <source>How the name is meant</source>
        <translation>이름 적용 방식</translation>
    </message>
    <message>
        <source>just this name</source>
        <translation>이 이름만</translation>
    </message>
    <message>
        <source>all names that begin so</source>
        <translation>이렇게 시작하는 모든 이름</translation>
    </message>
    <message>
        <source>Rule</source>
        <translation>규칙</translation>
    </message>
    <message>
        <source>Preview</source>
        <translation>미리 보기</translation>
    </message>
    <message>
        <source>Name of the resource</source>
        <translation>리소스 이름</translation>
    </message>
    <message>
        <source>Add rule…</source>
        <translation>규칙 추가…</translation>
    </message>
    <message>
        <source>No access rules</source>
        <translation>접근 규칙 없음</translation>
    </message>
    <message>
        <source>This connection cannot ask for them.</source>
        <translation>이 연결로는 접근 규칙을 요청할 수 없습니다.</translation>
    </message>
    <message>
        <source>asking for the access rules</source>
        <translation>접근 규칙 요청 중</translation>
    </message>
    <message numerus="yes">
        <source>%n rules</source>
        <translation>
            <numerusform>규칙 %n개</numerusform>
        </translation>
    </message>
    <message>
        <source>for %1</source>
        <translation>토픽 %1</translation>
    </message>
    <message>
        <source>Only super users may do anything, or everybody everything: the brokers&apos; settings decide.</source>
        <translation>슈퍼 사용자만 모든 작업을 할 수 있거나 모두가 무엇이든 할 수 있습니다. 브로커 설정에 따라 다릅니다.</translation>
    </message>
    <message>
        <source>No rule names %1.</source>
        <translation>%1을(를) 지정한 규칙이 없습니다.</translation>
    </message>
    <message>
        <source>Say who it is for, and for which resource.</source>
        <translation>주체와 리소스를 지정하세요.</translation>
    </message>
</context>
<context>
    <name>pilothouse::streams::ConfigModel</name>
    <message>
        <source>Setting</source>
        <translation>설정</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>값</translation>
    </message>
    <message>
        <source>Set by</source>
        <translation>설정한 곳</translation>
    </message>
    <message>
        <source>Default</source>
        <translation>기본값</translation>
    </message>
    <message>
        <source>this topic</source>
        <translation>이 토픽</translation>
    </message>
    <message>
        <source>the broker</source>
        <translation>브로커</translation>
    </message>
    <message>
        <source>all brokers</source>
        <translation>모든 브로커</translation>
    </message>
    <message>
        <source>the broker&apos;s file</source>
        <translation>브로커 파일</translation>
    </message>
    <message>
        <source>Kafka</source>
        <translation>Kafka</translation>
    </message>
    <message>
        <source>not told</source>
        <translation>알려 주지 않음</translation>
    </message>
    <message>
        <source>no limit</source>
        <translation>제한 없음</translation>
    </message>
    <message>
        <source>never</source>
        <translation>하지 않음</translation>
    </message>
    <message>
        <source>%1 (default)</source>
        <translation>%1(기본값)</translation>
    </message>
    <message>
        <source>not shown</source>
        <translation>표시하지 않음</translation>
    </message>
    <message>
        <source>from %1</source>
        <translation>%1에서 가져옴</translation>
    </message>
    <message>
        <source>the default</source>
        <translation>기본값</translation>
    </message>
</context>
<context>
    <name>pilothouse::streams::ConfigPane</name>
    <message>
        <source>Change the settings</source>
        <translation>설정 변경</translation>
    </message>
    <message>
        <source>Filter settings</source>
        <translation>설정 필터</translation>
    </message>
    <message>
        <source>Only what differs</source>
        <translation>다른 것만</translation>
    </message>
    <message>
        <source>Settings of the topic</source>
        <translation>토픽 설정</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>버리기</translation>
    </message>
    <message>
        <source>Change…</source>
        <translation>변경…</translation>
    </message>
    <message>
        <source>No topic is chosen</source>
        <translation>선택한 토픽 없음</translation>
    </message>
    <message>
        <source>Choose one to see its settings</source>
        <translation>토픽을 선택하면 설정이 표시됩니다</translation>
    </message>
    <message>
        <source>asking for the settings</source>
        <translation>설정 요청 중</translation>
    </message>
    <message>
        <source>It cannot be changed while the topic lives</source>
        <translation>토픽이 있는 동안에는 변경할 수 없습니다</translation>
    </message>
    <message numerus="yes">
        <source>Change %n settings…</source>
        <translation>
            <numerusform>설정 %n개 변경…</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n edited, nothing is sent yet</source>
        <translation>
            <numerusform>%n개 편집됨, 아직 아무것도 보내지 않음</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n settings</source>
        <translation>
            <numerusform>설정 %n개</numerusform>
        </translation>
    </message>
    <message>
        <source>Asking for the settings</source>
        <translation>설정 요청 중</translation>
    </message>
    <message>
        <source>Edit the value</source>
        <translation>값 편집</translation>
    </message>
    <message>
        <source>Reset to the default</source>
        <translation>기본값으로 되돌리기</translation>
    </message>
    <message>
        <source>Undo the edit</source>
        <translation>편집 되돌리기</translation>
    </message>
    <message>
        <source>Copy the name of the setting</source>
        <translation>설정 이름 복사</translation>
    </message>
    <message>
        <source>Copy the value of the setting</source>
        <translation>설정 값 복사</translation>
    </message>
</context>
<context>
    <name>pilothouse::streams::ConnectPane</name>
    <message>
        <source>Filter connectors</source>
        <translation>커넥터 필터</translation>
    </message>
    <message>
        <source>Connector</source>
        <translation>커넥터</translation>
    </message>
    <message>
        <source>State</source>
        <translation>상태</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>종류</translation>
    </message>
    <message>
        <source>Tasks</source>
        <translation>태스크</translation>
    </message>
    <message>
        <source>Topics</source>
        <translation>토픽</translation>
    </message>
    <message>
        <source>Connectors</source>
        <translation>커넥터</translation>
    </message>
    <message>
        <source>Pause or resume the connector…</source>
        <translation>커넥터 일시 중지 또는 재개…</translation>
    </message>
    <message>
        <source>Restart what failed of the connector…</source>
        <translation>커넥터에서 실패한 것 다시 시작…</translation>
    </message>
    <message>
        <source>Restart the connector with all its tasks…</source>
        <translation>커넥터와 모든 태스크 다시 시작…</translation>
    </message>
    <message>
        <source>Restart the task…</source>
        <translation>태스크 다시 시작…</translation>
    </message>
    <message>
        <source>What is shown of the connector</source>
        <translation>커넥터에서 표시할 내용</translation>
    </message>
    <message>
        <source>Trace</source>
        <translation>스택 추적</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>설정</translation>
    </message>
    <message>
        <source>Task</source>
        <translation>태스크</translation>
    </message>
    <message>
        <source>Worker</source>
        <translation>워커</translation>
    </message>
    <message>
        <source>Tasks of the connector</source>
        <translation>커넥터의 태스크</translation>
    </message>
    <message>
        <source>Trace or settings of the connector</source>
        <translation>커넥터의 스택 추적 또는 설정</translation>
    </message>
    <message>
        <source>Pause…</source>
        <translation>일시 중지…</translation>
    </message>
    <message>
        <source>Restart…</source>
        <translation>다시 시작…</translation>
    </message>
    <message>
        <source>Restart task…</source>
        <translation>태스크 다시 시작…</translation>
    </message>
    <message>
        <source>No Kafka Connect</source>
        <translation>Kafka Connect 없음</translation>
    </message>
    <message>
        <source>Name the address of its REST API in the options of the connection.</source>
        <translation>연결 옵션에 REST API 주소를 지정하세요.</translation>
    </message>
    <message>
        <source>asking for the connectors</source>
        <translation>커넥터 요청 중</translation>
    </message>
    <message>
        <source>%1 at %2</source>
        <translation>%1(%2)</translation>
    </message>
    <message>
        <source>source</source>
        <translation>소스</translation>
    </message>
    <message>
        <source>sink</source>
        <translation>싱크</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 / %2</translation>
    </message>
    <message>
        <source>No connectors</source>
        <translation>커넥터 없음</translation>
    </message>
    <message>
        <source>Kafka Connect is there and has none.</source>
        <translation>Kafka Connect에 커넥터가 하나도 없습니다.</translation>
    </message>
    <message>
        <source>None reads or writes %1.</source>
        <translation>%1을(를) 읽거나 쓰는 커넥터가 없습니다.</translation>
    </message>
    <message>
        <source>Nothing failed here.</source>
        <translation>여기서 실패한 것이 없습니다.</translation>
    </message>
    <message>
        <source>Resume…</source>
        <translation>재개…</translation>
    </message>
    <message>
        <source>The connector and its tasks that failed</source>
        <translation>커넥터와 실패한 태스크</translation>
    </message>
    <message>
        <source>With all tasks</source>
        <translation>모든 태스크 포함</translation>
    </message>
    <message>
        <source>Connect at %1</source>
        <translation>%1의 Connect</translation>
    </message>
</context>
<context>
    <name>pilothouse::streams::CountBox</name>
    <message>
        <source>At most %1</source>
        <translation>최대 %1</translation>
    </message>
</context>
<context>
    <name>pilothouse::streams::DeadLetterModel</name>
    <message>
        <source>Part. @ offset</source>
        <translation>파티션 @ 오프셋</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>시각</translation>
    </message>
    <message>
        <source>Was in</source>
        <translation>원래 토픽</translation>
    </message>
    <message>
        <source>Error</source>
        <translation>오류</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>키</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>값</translation>
    </message>
    <message>
        <source>not told</source>
        <translation>알려 주지 않음</translation>
    </message>
    <message>
        <source>written to %1</source>
        <translation>%1에 기록됨</translation>
    </message>
</context>
<context>
    <name>pilothouse::streams::DeadLetterPanel</name>
    <message>
        <source>Dead letters</source>
        <translation>데드 레터</translation>
    </message>
    <message>
        <source>%1 · dead letters</source>
        <translation>%1 · 데드 레터</translation>
    </message>
    <message>
        <source>No topic looks like one for dead letters</source>
        <translation>데드 레터용으로 보이는 토픽 없음</translation>
    </message>
    <message numerus="yes">
        <source>Choose one of %n above</source>
        <translation>
            <numerusform>위의 토픽 %n개 중에서 선택하세요</numerusform>
        </translation>
    </message>
    <message>
        <source>the topic each was in</source>
        <translation>각각의 원래 토픽</translation>
    </message>
    <message>
        <source>reading the letters</source>
        <translation>데드 레터 읽는 중</translation>
    </message>
    <message>
        <source>No dead letters in %1</source>
        <translation>%1에 데드 레터 없음</translation>
    </message>
    <message>
        <source>It does not say where it was</source>
        <translation>원래 위치를 알려 주지 않음</translation>
    </message>
    <message>
        <source>was in %1, partition %2 @ %3</source>
        <translation>원래 위치: %1, 파티션 %2 @ %3</translation>
    </message>
    <message>
        <source>was in %1</source>
        <translation>원래 토픽: %1</translation>
    </message>
    <message>
        <source>Redrive…</source>
        <translation>재전송…</translation>
    </message>
    <message numerus="yes">
        <source>Redrive %n letters…</source>
        <translation>
            <numerusform>데드 레터 %n개 재전송…</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n of them do not say where they were: choose a topic</source>
        <translation>
            <numerusform>그중 %n개는 원래 위치를 알려 주지 않습니다. 토픽을 선택하세요</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n written so far</source>
        <translation>
            <numerusform>지금까지 %n개 기록됨</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1; %n written</source>
        <translation>
            <numerusform>%1; %n개 기록됨</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n written</source>
        <translation>
            <numerusform>%n개 기록됨</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n letters</source>
        <translation>
            <numerusform>데드 레터 %n개</numerusform>
        </translation>
    </message>
    <message>
        <source>%1, no more fit</source>
        <translation>%1, 더 담을 수 없음</translation>
    </message>
    <message>
        <source>%1, there are earlier ones</source>
        <translation>%1, 이전 것이 더 있음</translation>
    </message>
    <message numerus="yes">
        <source>%n edited</source>
        <translation>
            <numerusform>%n개 편집됨</numerusform>
        </translation>
    </message>
    <message>
        <source>Topic of dead letters</source>
        <translation>데드 레터 토픽</translation>
    </message>
    <message>
        <source>Filter key, value, headers, error</source>
        <translation>키, 값, 헤더, 오류 필터</translation>
    </message>
    <message>
        <source>By topic and error</source>
        <translation>토픽과 오류별</translation>
    </message>
    <message>
        <source>Was in</source>
        <translation>원래 토픽</translation>
    </message>
    <message>
        <source>Error</source>
        <translation>오류</translation>
    </message>
    <message>
        <source>Letters</source>
        <translation>개수</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>미처리</translation>
    </message>
    <message>
        <source>Redrive to</source>
        <translation>재전송 대상</translation>
    </message>
    <message>
        <source>Same partition</source>
        <translation>같은 파티션</translation>
    </message>
    <message>
        <source>The partition it was in; else the one it is in now</source>
        <translation>원래 있던 파티션. 알 수 없으면 지금 있는 파티션</translation>
    </message>
    <message>
        <source>With the error headers</source>
        <translation>오류 헤더 포함</translation>
    </message>
    <message>
        <source>The headers that tell of the failure are left out otherwise</source>
        <translation>선택하지 않으면 실패를 알리는 헤더를 뺍니다</translation>
    </message>
    <message>
        <source>no limit</source>
        <translation>제한 없음</translation>
    </message>
    <message>
        <source> a second</source>
        <translation> 개/초</translation>
    </message>
    <message>
        <source>Letters a second</source>
        <translation>초당 데드 레터 수</translation>
    </message>
    <message>
        <source>To</source>
        <translation>대상</translation>
    </message>
    <message>
        <source>Refresh</source>
        <translation>새로 고침</translation>
    </message>
    <message>
        <source>Redrive the chosen letters</source>
        <translation>선택한 데드 레터 재전송</translation>
    </message>
    <message>
        <source>Choose all that are shown</source>
        <translation>표시된 것 모두 선택</translation>
    </message>
    <message>
        <source>Choose none of those shown</source>
        <translation>표시된 것 모두 선택 해제</translation>
    </message>
    <message>
        <source>Take the edit back</source>
        <translation>편집 되돌리기</translation>
    </message>
    <message>
        <source>Read earlier letters</source>
        <translation>이전 데드 레터 읽기</translation>
    </message>
    <message>
        <source>Choose the letter, or not</source>
        <translation>데드 레터 선택 또는 선택 해제</translation>
    </message>
    <message>
        <source>All</source>
        <translation>전체</translation>
    </message>
    <message>
        <source>not told</source>
        <translation>알려 주지 않음</translation>
    </message>
    <message>
        <source>What comes is listed by itself.</source>
        <translation>새로 들어온 것은 자동으로 목록에 표시됩니다.</translation>
    </message>
    <message numerus="yes">
        <source>%n new</source>
        <translation>
            <numerusform>새 항목 %n개</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The edit of %n of them is not finished</source>
        <translation>
            <numerusform>그중 %n개의 편집이 끝나지 않았습니다</numerusform>
        </translation>
    </message>
    <message>
        <source>Letters that came since: list them (F5)</source>
        <translation>새로 들어온 데드 레터를 목록에 표시 (F5)</translation>
    </message>
</context>
<context>
    <name>pilothouse::streams::FieldDelegate</name>
    <message numerus="yes">
        <source>%n field(s)</source>
        <translation>
            <numerusform>필드 %n개</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>pilothouse::streams::LagPane</name>
    <message>
        <source>Messages produced and consumed per second</source>
        <translation>초당 쓰고 소비한 메시지</translation>
    </message>
    <message>
        <source>produced</source>
        <translation>쓰기</translation>
    </message>
    <message>
        <source>consumed</source>
        <translation>소비</translation>
    </message>
    <message>
        <source>%1/s</source>
        <translation>%1/초</translation>
    </message>
    <message>
        <source>Partitions</source>
        <translation>파티션</translation>
    </message>
    <message>
        <source>Topic of the group</source>
        <translation>그룹의 토픽</translation>
    </message>
    <message>
        <source>Group of the topic</source>
        <translation>토픽의 그룹</translation>
    </message>
    <message>
        <source>Lag as of %1: %2</source>
        <translation>%1 기준 지연: %2</translation>
    </message>
    <message>
        <source>The group&apos;s coordinator did not tell: %1</source>
        <translation>그룹의 코디네이터가 알려 주지 않음: %1</translation>
    </message>
    <message>
        <source>Offsets as of %1: %2</source>
        <translation>%1 기준 오프셋: %2</translation>
    </message>
    <message>
        <source>No group has committed in this topic.</source>
        <translation>이 토픽에 커밋한 그룹이 없습니다.</translation>
    </message>
    <message>
        <source>no lag</source>
        <translation>지연 없음</translation>
    </message>
    <message>
        <source>lag grows %1/min</source>
        <translation>지연 %1/분 증가</translation>
    </message>
    <message>
        <source>lag shrinks %1/min, none left in %2</source>
        <translation>지연 %1/분 감소, %2 후 없어짐</translation>
    </message>
    <message>
        <source>lag shrinks %1/min</source>
        <translation>지연 %1/분 감소</translation>
    </message>
    <message>
        <source>lag %1, steady</source>
        <translation>지연 %1, 일정</translation>
    </message>
    <message>
        <source>lag %1</source>
        <translation>지연 %1</translation>
    </message>
    <message>
        <source>%1, since %2</source>
        <translation>%1, %2부터</translation>
    </message>
</context>
<context>
    <name>pilothouse::streams::ListPane</name>
    <message>
        <source>Filter topics</source>
        <translation>토픽 필터</translation>
    </message>
    <message>
        <source>What is listed</source>
        <translation>목록에 표시할 내용</translation>
    </message>
    <message>
        <source>New topic</source>
        <translation>새 토픽</translation>
    </message>
    <message>
        <source>Topics</source>
        <translation>토픽</translation>
    </message>
    <message>
        <source>Consumer groups</source>
        <translation>소비자 그룹</translation>
    </message>
    <message>
        <source>Brokers</source>
        <translation>브로커</translation>
    </message>
    <message>
        <source>Internal topics</source>
        <translation>내부 토픽</translation>
    </message>
    <message>
        <source>Groups</source>
        <translation>그룹</translation>
    </message>
    <message>
        <source>Schemas</source>
        <translation>스키마</translation>
    </message>
    <message>
        <source>Connect</source>
        <translation>커넥터</translation>
    </message>
    <message>
        <source>Filter groups</source>
        <translation>그룹 필터</translation>
    </message>
    <message>
        <source>Filter brokers</source>
        <translation>브로커 필터</translation>
    </message>
    <message numerus="yes">
        <source>%n broker(s)</source>
        <translation>
            <numerusform>브로커 %n개</numerusform>
        </translation>
    </message>
    <message>
        <source>all in sync</source>
        <translation>모두 동기화됨</translation>
    </message>
    <message numerus="yes">
        <source>%n partition(s) without a leader</source>
        <translation>
            <numerusform>리더가 없는 파티션 %n개</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n do(es) not answer</source>
        <translation>
            <numerusform>%n개 응답 없음</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n partition(s) not in sync</source>
        <translation>
            <numerusform>동기화되지 않은 파티션 %n개</numerusform>
        </translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>as of %1: %2</source>
        <translation>%1 기준: %2</translation>
    </message>
    <message numerus="yes">
        <source>%n topic(s)</source>
        <translation>
            <numerusform>토픽 %n개</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n topic(s)</source>
        <translation>
            <numerusform>토픽 %n개 중 %1개</numerusform>
        </translation>
    </message>
    <message>
        <source>In %1 msg/s</source>
        <translation>유입 메시지 %1개/초</translation>
    </message>
    <message>
        <source>Out %1 msg/s</source>
        <translation>소비 메시지 %1개/초</translation>
    </message>
    <message numerus="yes">
        <source>%n group(s)</source>
        <translation>
            <numerusform>그룹 %n개</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n group(s)</source>
        <translation>
            <numerusform>그룹 %n개 중 %1개</numerusform>
        </translation>
    </message>
    <message>
        <source>lag read of %1</source>
        <translation>그룹 %1개의 지연 읽음</translation>
    </message>
    <message>
        <source>broker %1 does not tell its groups: %2</source>
        <translation>브로커 %1이(가) 그룹을 알려 주지 않음: %2</translation>
    </message>
    <message numerus="yes">
        <source>%n partition(s)</source>
        <translation>
            <numerusform>파티션 %n개</numerusform>
        </translation>
    </message>
    <message>
        <source>Disk %1 of %2</source>
        <translation>디스크 %1 / %2</translation>
    </message>
    <message>
        <source>Internal topics shown</source>
        <translation>내부 토픽 표시 중</translation>
    </message>
    <message>
        <source>Internal topics hidden</source>
        <translation>내부 토픽 숨김</translation>
    </message>
    <message>
        <source>Nothing has this in its name</source>
        <translation>이름에 이 글자가 든 항목 없음</translation>
    </message>
    <message>
        <source>Clear the filter</source>
        <translation>필터 지우기</translation>
    </message>
    <message>
        <source>No consumer group</source>
        <translation>소비자 그룹 없음</translation>
    </message>
    <message>
        <source>Nobody has committed an offset in this cluster, or you may not see it.</source>
        <translation>이 클러스터에 오프셋을 커밋한 그룹이 없거나 볼 권한이 없습니다.</translation>
    </message>
    <message>
        <source>No topic in this cluster</source>
        <translation>이 클러스터에 토픽 없음</translation>
    </message>
    <message numerus="yes">
        <source>%n internal topic(s) are hidden.</source>
        <translation>
            <numerusform>내부 토픽 %n개가 숨겨져 있습니다.</numerusform>
        </translation>
    </message>
    <message>
        <source>Or there is none that you may see.</source>
        <translation>또는 볼 권한이 있는 토픽이 없습니다.</translation>
    </message>
    <message>
        <source>New topic…</source>
        <translation>새 토픽…</translation>
    </message>
    <message>
        <source>Show them</source>
        <translation>표시</translation>
    </message>
    <message>
        <source>no answer</source>
        <translation>응답 없음</translation>
    </message>
    <message numerus="yes">
        <source>%n being moved</source>
        <translation>
            <numerusform>%n개 이동 중</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>pilothouse::streams::MessageDelegate</name>
    <message>
        <source>tombstone</source>
        <translation>tombstone</translation>
    </message>
    <message>
        <source>none</source>
        <translation>없음</translation>
    </message>
</context>
<context>
    <name>pilothouse::streams::MessageForm</name>
    <message>
        <source>Key as</source>
        <translation>키 형식</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>키</translation>
    </message>
    <message>
        <source>by the key</source>
        <translation>키에 따라</translation>
    </message>
    <message>
        <source>Partition</source>
        <translation>파티션</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>시각</translation>
    </message>
    <message>
        <source>Time: now</source>
        <translation>시각: 지금</translation>
    </message>
    <message>
        <source>Value as</source>
        <translation>값 형식</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>값</translation>
    </message>
    <message>
        <source>Headers</source>
        <translation>헤더</translation>
    </message>
    <message>
        <source>Add header</source>
        <translation>헤더 추가</translation>
    </message>
    <message>
        <source>Schema</source>
        <translation>스키마</translation>
    </message>
    <message>
        <source>no key</source>
        <translation>키 없음</translation>
    </message>
    <message>
        <source>Key: %1</source>
        <translation>키: %1</translation>
    </message>
    <message>
        <source>Value: %1</source>
        <translation>값: %1</translation>
    </message>
    <message>
        <source>Time: such as 2026-03-17 13:40, or -2 h</source>
        <translation>시각: 예를 들면 2026-03-17 13:40 또는 -2 h</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>텍스트</translation>
    </message>
    <message>
        <source>JSON</source>
        <translation>JSON</translation>
    </message>
    <message>
        <source>Hex</source>
        <translation>16진수</translation>
    </message>
    <message>
        <source>Null</source>
        <translation>null</translation>
    </message>
</context>
<context>
    <name>pilothouse::streams::MessageList</name>
    <message>
        <source>no key</source>
        <translation>키 없음</translation>
    </message>
    <message>
        <source>null (tombstone)</source>
        <translation>null (tombstone)</translation>
    </message>
    <message>
        <source>The first %1 of %2</source>
        <translation>%2 중 처음 %1</translation>
    </message>
    <message>
        <source>Partition</source>
        <translation>파티션</translation>
    </message>
    <message>
        <source>Part.</source>
        <translation>파티션</translation>
    </message>
    <message>
        <source>Offset</source>
        <translation>오프셋</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>시각</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>키</translation>
    </message>
    <message>
        <source>Headers</source>
        <translation>헤더</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>값</translation>
    </message>
</context>
<context>
    <name>pilothouse::streams::MessageTable</name>
    <message>
        <source>Messages</source>
        <translation>메시지</translation>
    </message>
    <message>
        <source>Copy the value</source>
        <translation>값 복사</translation>
    </message>
    <message>
        <source>Copy the key</source>
        <translation>키 복사</translation>
    </message>
    <message>
        <source>Copy the message as JSON</source>
        <translation>메시지를 JSON으로 복사</translation>
    </message>
</context>
<context>
    <name>pilothouse::streams::MessageView</name>
    <message>
        <source>Choose a message to see it here.</source>
        <translation>메시지를 선택하면 여기에 표시됩니다.</translation>
    </message>
    <message>
        <source>No value: a tombstone. With compaction it deletes what this key held.</source>
        <translation>값 없음: tombstone입니다. 압축(compaction) 시 이 키의 값이 삭제됩니다.</translation>
    </message>
    <message>
        <source>An empty value: 0 bytes.</source>
        <translation>빈 값: 0바이트입니다.</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>키</translation>
    </message>
    <message>
        <source>none</source>
        <translation>없음</translation>
    </message>
    <message>
        <source>empty</source>
        <translation>비어 있음</translation>
    </message>
    <message>
        <source>Timestamp</source>
        <translation>타임스탬프</translation>
    </message>
    <message>
        <source>version %1</source>
        <translation>버전 %1</translation>
    </message>
    <message>
        <source>not known</source>
        <translation>알 수 없음</translation>
    </message>
    <message>
        <source>Schema</source>
        <translation>스키마</translation>
    </message>
    <message>
        <source>id %1</source>
        <translation>id %1</translation>
    </message>
    <message>
        <source>Subject</source>
        <translation>Subject</translation>
    </message>
    <message>
        <source>unpacked by %1</source>
        <translation>%1(으)로 풀어냄</translation>
    </message>
    <message>
        <source>Format</source>
        <translation>형식</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>크기</translation>
    </message>
    <message>
        <source>%1 bytes</source>
        <translation>%1바이트</translation>
    </message>
    <message>
        <source>no value</source>
        <translation>값 없음</translation>
    </message>
    <message>
        <source>Batch</source>
        <translation>배치</translation>
    </message>
    <message>
        <source>not compressed</source>
        <translation>압축 안 함</translation>
    </message>
    <message>
        <source>in a transaction</source>
        <translation>트랜잭션 안에 있음</translation>
    </message>
    <message>
        <source>Headers</source>
        <translation>헤더</translation>
    </message>
    <message>
        <source>and %1 more</source>
        <translation>외 %1개</translation>
    </message>
    <message>
        <source>The rest could not be read: %1</source>
        <translation>나머지를 읽지 못했습니다: %1</translation>
    </message>
    <message>
        <source>Reading all %1…</source>
        <translation>전체 %1 읽는 중…</translation>
    </message>
    <message>
        <source>The first %1 of %2</source>
        <translation>%2 중 처음 %1</translation>
    </message>
    <message>
        <source>Not decoded: %1</source>
        <translation>디코딩하지 못함: %1</translation>
    </message>
    <message>
        <source>Save the value to a file…</source>
        <translation>값을 파일로 저장…</translation>
    </message>
    <message>
        <source>Read the whole message</source>
        <translation>메시지 전체 읽기</translation>
    </message>
    <message>
        <source>Reset a group to here…</source>
        <translation>그룹을 여기로 재설정…</translation>
    </message>
    <message>
        <source>Produce it again…</source>
        <translation>다시 쓰기…</translation>
    </message>
    <message>
        <source>Message</source>
        <translation>메시지</translation>
    </message>
    <message>
        <source>Show the value as</source>
        <translation>값 표시 형식</translation>
    </message>
    <message>
        <source>Tree</source>
        <translation>트리</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>텍스트</translation>
    </message>
    <message>
        <source>Hex</source>
        <translation>16진수</translation>
    </message>
    <message>
        <source>Reset a group to here</source>
        <translation>그룹을 여기로 재설정</translation>
    </message>
    <message>
        <source>Copy the value</source>
        <translation>값 복사</translation>
    </message>
    <message>
        <source>More for this message</source>
        <translation>이 메시지의 추가 작업</translation>
    </message>
    <message>
        <source>Copy the key</source>
        <translation>키 복사</translation>
    </message>
    <message>
        <source>Copy the message as JSON</source>
        <translation>메시지를 JSON으로 복사</translation>
    </message>
    <message>
        <source>Value as a tree</source>
        <translation>값을 트리로</translation>
    </message>
    <message>
        <source>Copy the field</source>
        <translation>필드 복사</translation>
    </message>
    <message>
        <source>Copy the path</source>
        <translation>경로 복사</translation>
    </message>
    <message>
        <source>Value as text</source>
        <translation>값을 텍스트로</translation>
    </message>
    <message>
        <source>Key, time, schema and headers</source>
        <translation>키, 시각, 스키마, 헤더</translation>
    </message>
    <message>
        <source>Save the value</source>
        <translation>값 저장</translation>
    </message>
</context>
<context>
    <name>pilothouse::streams::MovesPane</name>
    <message>
        <source>Reassignments in progress</source>
        <translation>진행 중인 재할당</translation>
    </message>
    <message>
        <source>No partition is being moved</source>
        <translation>이동 중인 파티션 없음</translation>
    </message>
</context>
<context>
    <name>pilothouse::streams::NewTopicSheet</name>
    <message>
        <source>New topic</source>
        <translation>새 토픽</translation>
    </message>
    <message>
        <source>Add a setting</source>
        <translation>설정 추가</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>이름</translation>
    </message>
    <message>
        <source>a-z, A-Z, 0-9, “.”, “_” and “-”</source>
        <translation>a-z, A-Z, 0-9, “.”, “_”, “-”</translation>
    </message>
    <message>
        <source>as the brokers say</source>
        <translation>브로커 기본값</translation>
    </message>
    <message>
        <source>Partitions</source>
        <translation>파티션</translation>
    </message>
    <message>
        <source>Copies</source>
        <translation>복제본</translation>
    </message>
    <message>
        <source>Settings like</source>
        <translation>설정 본보기</translation>
    </message>
    <message>
        <source>an existing topic</source>
        <translation>기존 토픽</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>설정</translation>
    </message>
    <message>
        <source>Add setting</source>
        <translation>설정 추가</translation>
    </message>
    <message>
        <source>What is sent</source>
        <translation>보낼 내용</translation>
    </message>
    <message>
        <source>Check</source>
        <translation>검사</translation>
    </message>
    <message>
        <source>A setting needs a name</source>
        <translation>설정에는 이름이 필요합니다</translation>
    </message>
    <message>
        <source>This setting is named above</source>
        <translation>위에 이미 있는 설정입니다</translation>
    </message>
    <message>
        <source>These brokers know no such setting</source>
        <translation>이 브로커들이 모르는 설정입니다</translation>
    </message>
    <message>
        <source>It needs a value</source>
        <translation>값이 필요합니다</translation>
    </message>
    <message>
        <source>There is a topic of this name</source>
        <translation>같은 이름의 토픽이 있습니다</translation>
    </message>
    <message>
        <source>Make topic…</source>
        <translation>토픽 만들기…</translation>
    </message>
    <message>
        <source>Its metrics would have the name of those of %1: “.” and “_” are the same there</source>
        <translation>메트릭 이름이 %1과(와) 같아집니다. 메트릭에서는 “.”와 “_”가 같습니다</translation>
    </message>
    <message>
        <source>Asking the brokers whether they would take it</source>
        <translation>브로커가 받아들일지 묻는 중</translation>
    </message>
    <message>
        <source>The brokers would take it</source>
        <translation>브로커가 받아들입니다</translation>
    </message>
</context>
<context>
    <name>pilothouse::streams::PairRows</name>
    <message>
        <source>Name</source>
        <translation>이름</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>값</translation>
    </message>
    <message>
        <source>Null</source>
        <translation>null</translation>
    </message>
    <message>
        <source>Take this row away</source>
        <translation>이 행 빼기</translation>
    </message>
    <message>
        <source>null</source>
        <translation>null</translation>
    </message>
</context>
<context>
    <name>pilothouse::streams::PartitionBars</name>
    <message>
        <source>Matches per partition</source>
        <translation>파티션별 일치 수</translation>
    </message>
    <message>
        <source>Partition %1: %2 matches, %3 % read</source>
        <translation>파티션 %1: %2개 일치, %3% 읽음</translation>
    </message>
    <message>
        <source>It cannot be read now; the search goes on with the rest.</source>
        <translation>지금 읽을 수 없습니다. 나머지로 검색을 계속합니다.</translation>
    </message>
</context>
<context>
    <name>pilothouse::streams::PartitionsSheet</name>
    <message>
        <source>Add partitions</source>
        <translation>파티션 추가</translation>
    </message>
    <message>
        <source>Partitions then</source>
        <translation>이후 파티션</translation>
    </message>
    <message numerus="yes">
        <source>%n partitions more</source>
        <translation>
            <numerusform>파티션 %n개 증가</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>A topic can only grow, it has %n already</source>
        <translation>
            <numerusform>토픽은 늘릴 수만 있습니다. 이미 %n개입니다</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 now</source>
        <translation>현재 %1개</translation>
    </message>
    <message>
        <source>A message with a key may go to another partition from then on: the order of one key is not kept across the change</source>
        <translation>이후 키가 있는 메시지는 다른 파티션으로 들어갈 수 있습니다. 변경 전후로 같은 키의 순서가 유지되지 않습니다</translation>
    </message>
    <message>
        <source>The topic is compacted: older values of a key stay in their old partition for good</source>
        <translation>압축(compact) 토픽입니다. 키의 이전 값은 원래 파티션에 영구히 남습니다</translation>
    </message>
    <message>
        <source>It cannot be taken back</source>
        <translation>되돌릴 수 없습니다</translation>
    </message>
    <message>
        <source>Asking how many there are</source>
        <translation>현재 개수를 묻는 중</translation>
    </message>
    <message>
        <source>Add partitions…</source>
        <translation>파티션 추가…</translation>
    </message>
</context>
<context>
    <name>pilothouse::streams::ProduceSheet</name>
    <message>
        <source>Messages from a file</source>
        <translation>파일의 메시지</translation>
    </message>
    <message>
        <source>Topic</source>
        <translation>토픽</translation>
    </message>
    <message>
        <source>as fast as the brokers take them</source>
        <translation>브로커가 받는 대로 최대한 빠르게</translation>
    </message>
    <message>
        <source> a second</source>
        <translation> 개/초</translation>
    </message>
    <message>
        <source>Messages a second</source>
        <translation>초당 메시지 수</translation>
    </message>
    <message>
        <source>Rate</source>
        <translation>속도</translation>
    </message>
    <message>
        <source>From a file…</source>
        <translation>파일에서…</translation>
    </message>
    <message>
        <source>Schema v%1</source>
        <translation>스키마 v%1</translation>
    </message>
    <message>
        <source>Messages, one JSON object to a line</source>
        <translation>메시지, 한 줄에 JSON 개체 하나</translation>
    </message>
    <message>
        <source>JSON lines (*.jsonl *.ndjson *.json)</source>
        <translation>JSON lines (*.jsonl *.ndjson *.json)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>모든 파일 (*)</translation>
    </message>
    <message>
        <source>%1 holds no message</source>
        <translation>%1에 메시지가 없습니다</translation>
    </message>
    <message numerus="yes">
        <source>%n messages</source>
        <translation>
            <numerusform>메시지 %n개</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n of them without a value</source>
        <translation>
            <numerusform>그중 값이 없는 메시지 %n개</numerusform>
        </translation>
    </message>
    <message>
        <source>Written to partition %1</source>
        <translation>파티션 %1에 기록됨</translation>
    </message>
    <message>
        <source>%1 of %2 written</source>
        <translation>%2개 중 %1개 기록됨</translation>
    </message>
    <message>
        <source>Message %1: %2</source>
        <translation>메시지 %1: %2</translation>
    </message>
    <message>
        <source>partition %1</source>
        <translation>파티션 %1</translation>
    </message>
    <message numerus="yes">
        <source>%n failed in all</source>
        <translation>
            <numerusform>총 %n개 실패</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n not sent</source>
        <translation>
            <numerusform>%n개 보내지 않음</numerusform>
        </translation>
    </message>
    <message>
        <source>Produce messages</source>
        <translation>메시지 쓰기</translation>
    </message>
    <message>
        <source>Produce…</source>
        <translation>쓰기…</translation>
    </message>
    <message numerus="yes">
        <source>Produce %n messages…</source>
        <translation>
            <numerusform>메시지 %n개 쓰기…</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>pilothouse::streams::ProducersPane</name>
    <message>
        <source>Active producers</source>
        <translation>활성 프로듀서</translation>
    </message>
    <message>
        <source>asking who writes to %1</source>
        <translation>%1에 누가 쓰는지 묻는 중</translation>
    </message>
    <message>
        <source>No active producers</source>
        <translation>활성 프로듀서 없음</translation>
    </message>
    <message>
        <source>Brokers know those that number their messages, for a day after the last one.</source>
        <translation>브로커는 메시지에 번호를 매기는 프로듀서만 알며, 마지막 메시지 후 하루 동안 기억합니다.</translation>
    </message>
</context>
<context>
    <name>pilothouse::streams::QuotasPane</name>
    <message>
        <source>Quotas</source>
        <translation>할당량</translation>
    </message>
    <message>
        <source>asking for the quotas</source>
        <translation>할당량 요청 중</translation>
    </message>
    <message>
        <source>No quotas</source>
        <translation>할당량 없음</translation>
    </message>
    <message>
        <source>No user, client id or address of this cluster has a limit.</source>
        <translation>이 클러스터에는 제한이 있는 사용자, 클라이언트 ID, 주소가 없습니다.</translation>
    </message>
</context>
<context>
    <name>pilothouse::streams::RecordsSheet</name>
    <message>
        <source>Delete messages</source>
        <translation>메시지 삭제</translation>
    </message>
    <message>
        <source>Partitions</source>
        <translation>파티션</translation>
    </message>
    <message>
        <source>all partitions</source>
        <translation>모든 파티션</translation>
    </message>
    <message>
        <source>All before</source>
        <translation>이전 모두</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>시각</translation>
    </message>
    <message>
        <source>Offset</source>
        <translation>오프셋</translation>
    </message>
    <message>
        <source>The end</source>
        <translation>끝</translation>
    </message>
    <message>
        <source>Time or offset</source>
        <translation>시각 또는 오프셋</translation>
    </message>
    <message>
        <source>What would be deleted, by partition</source>
        <translation>삭제될 내용, 파티션별</translation>
    </message>
    <message>
        <source>2026-03-17 13:40, or -7 d</source>
        <translation>2026-03-17 13:40 또는 -7 d</translation>
    </message>
    <message>
        <source>an offset</source>
        <translation>오프셋</translation>
    </message>
    <message>
        <source>Partitions are written 0, 3, 7-9; empty means all</source>
        <translation>파티션은 0, 3, 7-9처럼 씁니다. 비우면 전체입니다</translation>
    </message>
    <message>
        <source>A time is written 2026-03-17 13:40, or -7 d for seven days ago</source>
        <translation>시각은 2026-03-17 13:40, 또는 7일 전이면 -7 d처럼 씁니다</translation>
    </message>
    <message>
        <source>An offset is a number from 0</source>
        <translation>오프셋은 0 이상의 숫자입니다</translation>
    </message>
    <message>
        <source>Its leader did not tell</source>
        <translation>리더가 알려 주지 않음</translation>
    </message>
    <message numerus="yes">
        <source>%n partitions cannot be read now</source>
        <translation>
            <numerusform>지금 읽을 수 없는 파티션 %n개</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 offsets are gone for good, for every reader</source>
        <translation>오프셋 %1개가 모든 소비자에게서 영구히 사라집니다</translation>
    </message>
    <message>
        <source>There is nothing before that</source>
        <translation>그 이전에는 아무것도 없습니다</translation>
    </message>
    <message numerus="yes">
        <source>%n partitions</source>
        <translation>
            <numerusform>파티션 %n개</numerusform>
        </translation>
    </message>
    <message>
        <source>Asking the brokers where that is</source>
        <translation>해당 위치를 브로커에 묻는 중</translation>
    </message>
    <message>
        <source>Delete…</source>
        <translation>삭제…</translation>
    </message>
</context>
<context>
    <name>pilothouse::streams::Redriver</name>
    <message>
        <source>Not connected</source>
        <translation>연결되지 않음</translation>
    </message>
</context>
<context>
    <name>pilothouse::streams::ReplaySheet</name>
    <message>
        <source>To topic</source>
        <translation>대상 토픽</translation>
    </message>
    <message>
        <source>The same partition as before</source>
        <translation>이전과 같은 파티션</translation>
    </message>
    <message>
        <source>as fast as the brokers take them</source>
        <translation>브로커가 받는 대로 최대한 빠르게</translation>
    </message>
    <message>
        <source> a second</source>
        <translation> 개/초</translation>
    </message>
    <message>
        <source>Messages a second</source>
        <translation>초당 메시지 수</translation>
    </message>
    <message>
        <source>Rate</source>
        <translation>속도</translation>
    </message>
    <message>
        <source>There is no topic %1</source>
        <translation>토픽 %1이(가) 없습니다</translation>
    </message>
    <message>
        <source>%1 has no partition %2</source>
        <translation>%1에 파티션 %2이(가) 없습니다</translation>
    </message>
    <message numerus="yes">
        <source>%n messages with key, value and headers as they are</source>
        <translation>
            <numerusform>메시지 %n개, 키와 값과 헤더는 그대로</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 of %2 written</source>
        <translation>%2개 중 %1개 기록됨</translation>
    </message>
    <message numerus="yes">
        <source>%n not written</source>
        <translation>
            <numerusform>%n개 기록되지 않음</numerusform>
        </translation>
    </message>
    <message>
        <source>Produce again</source>
        <translation>다시 쓰기</translation>
    </message>
    <message numerus="yes">
        <source>Produce %n messages again…</source>
        <translation>
            <numerusform>메시지 %n개 다시 쓰기…</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>pilothouse::streams::ResetModel</name>
    <message>
        <source>Topic</source>
        <translation>토픽</translation>
    </message>
    <message>
        <source>Part.</source>
        <translation>파티션</translation>
    </message>
    <message>
        <source>Committed</source>
        <translation>커밋됨</translation>
    </message>
    <message>
        <source>New</source>
        <translation>새 오프셋</translation>
    </message>
    <message>
        <source>Difference</source>
        <translation>차이</translation>
    </message>
    <message>
        <source>Record there: time, key</source>
        <translation>해당 레코드: 시각, 키</translation>
    </message>
    <message>
        <source>no record, the end</source>
        <translation>레코드 없음, 끝</translation>
    </message>
    <message>
        <source>could not be read</source>
        <translation>읽지 못함</translation>
    </message>
    <message>
        <source>no key</source>
        <translation>키 없음</translation>
    </message>
    <message>
        <source>none</source>
        <translation>없음</translation>
    </message>
    <message>
        <source>What was asked for lies outside the log, which holds %1 to %2</source>
        <translation>요청한 위치가 로그 범위(%1 ~ %2) 밖입니다</translation>
    </message>
    <message>
        <source>first</source>
        <translation>최초</translation>
    </message>
    <message>
        <source>The first commit of this partition</source>
        <translation>이 파티션의 최초 커밋</translation>
    </message>
</context>
<context>
    <name>pilothouse::streams::ResetSheet</name>
    <message>
        <source>Reset offsets</source>
        <translation>오프셋 재설정</translation>
    </message>
    <message>
        <source>Earlier resets</source>
        <translation>이전 재설정</translation>
    </message>
    <message>
        <source>Undo this reset</source>
        <translation>이 재설정 되돌리기</translation>
    </message>
    <message>
        <source>all of the group</source>
        <translation>그룹 전체</translation>
    </message>
    <message numerus="yes">
        <source>all %n topics of the group</source>
        <translation>
            <numerusform>그룹의 모든 토픽 %n개</numerusform>
        </translation>
    </message>
    <message>
        <source>A time is written 2026-03-17 13:40 or 13:40:05, or -2 h for two hours ago</source>
        <translation>시각은 2026-03-17 13:40이나 13:40:05, 또는 2시간 전이면 -2 h처럼 씁니다</translation>
    </message>
    <message>
        <source>An offset is a number from 0</source>
        <translation>오프셋은 0 이상의 숫자입니다</translation>
    </message>
    <message>
        <source>A number of messages, with - to go back</source>
        <translation>메시지 수입니다. 이전으로 가려면 -를 붙입니다</translation>
    </message>
    <message>
        <source>back</source>
        <translation>이전으로</translation>
    </message>
    <message>
        <source>ahead</source>
        <translation>이후로</translation>
    </message>
    <message>
        <source>Partitions are written 0, 3, 7-9; empty means all</source>
        <translation>파티션은 0, 3, 7-9처럼 씁니다. 비우면 전체입니다</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>시각</translation>
    </message>
    <message>
        <source>Offset</source>
        <translation>오프셋</translation>
    </message>
    <message>
        <source>By</source>
        <translation>이동량</translation>
    </message>
    <message>
        <source>2026-03-17 13:40, or -2 h</source>
        <translation>2026-03-17 13:40 또는 -2 h</translation>
    </message>
    <message>
        <source>an offset</source>
        <translation>오프셋</translation>
    </message>
    <message>
        <source>-1000 goes back</source>
        <translation>-1000이면 이전으로</translation>
    </message>
    <message>
        <source>%1, nothing is changed yet</source>
        <translation>%1, 아직 바뀐 것 없음</translation>
    </message>
    <message numerus="yes">
        <source>%n offsets with their metadata</source>
        <translation>
            <numerusform>오프셋 %n개와 메타데이터</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n offsets with their metadata; partitions without a commit go back to none</source>
        <translation>
            <numerusform>오프셋 %n개와 메타데이터. 커밋이 없던 파티션은 다시 없어집니다</numerusform>
        </translation>
    </message>
    <message>
        <source>Group is empty: 0 members</source>
        <translation>그룹이 비어 있음: 멤버 0개</translation>
    </message>
    <message>
        <source>state %1</source>
        <translation>상태 %1</translation>
    </message>
    <message numerus="yes">
        <source>The group has %n members. Stop its consumers first.</source>
        <translation>
            <numerusform>그룹에 멤버가 %n개 있습니다. 먼저 소비자를 중지하세요.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>외 %n개</numerusform>
        </translation>
    </message>
    <message>
        <source>Asking the brokers where that is</source>
        <translation>해당 위치를 브로커에 묻는 중</translation>
    </message>
    <message numerus="yes">
        <source>%n partitions cannot be moved now</source>
        <translation>
            <numerusform>지금 옮길 수 없는 파티션 %n개</numerusform>
        </translation>
    </message>
    <message>
        <source>none is moved</source>
        <translation>아무것도 옮기지 않음</translation>
    </message>
    <message>
        <source>What was asked for lies outside the log: its begin or end is taken</source>
        <translation>요청한 위치가 로그 밖이라 로그의 시작이나 끝을 사용합니다</translation>
    </message>
    <message>
        <source>Every new offset lies inside the log</source>
        <translation>새 오프셋이 모두 로그 안에 있습니다</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 / %2</translation>
    </message>
    <message numerus="yes">
        <source>%n partitions get their first commit</source>
        <translation>
            <numerusform>처음 커밋되는 파티션 %n개</numerusform>
        </translation>
    </message>
    <message>
        <source>Members and commits are read once more before writing</source>
        <translation>쓰기 전에 멤버와 커밋을 한 번 더 읽습니다</translation>
    </message>
    <message>
        <source>at apply</source>
        <translation>적용 시</translation>
    </message>
    <message>
        <source>%1 offsets are read again, %2 are never read</source>
        <translation>오프셋 %1개를 다시 읽고 %2개는 읽지 않습니다</translation>
    </message>
    <message>
        <source>%1 offsets are read again</source>
        <translation>오프셋 %1개를 다시 읽습니다</translation>
    </message>
    <message>
        <source>%1 offsets are never read</source>
        <translation>오프셋 %1개는 읽지 않습니다</translation>
    </message>
    <message>
        <source>Nothing is read again, nothing is left out</source>
        <translation>다시 읽거나 건너뛰는 것이 없습니다</translation>
    </message>
    <message>
        <source>Save undo file and reset…</source>
        <translation>실행 취소 파일 저장 후 재설정…</translation>
    </message>
    <message>
        <source>The group is there already</source>
        <translation>그룹이 이미 그 위치에 있습니다</translation>
    </message>
    <message>
        <source>%1 was moved</source>
        <translation>%1을(를) 옮겼습니다</translation>
    </message>
    <message>
        <source>Written before the group was moved</source>
        <translation>그룹을 옮기기 전에 저장됨</translation>
    </message>
    <message>
        <source>Topic</source>
        <translation>토픽</translation>
    </message>
    <message>
        <source>Partitions</source>
        <translation>파티션</translation>
    </message>
    <message>
        <source>all partitions</source>
        <translation>모든 파티션</translation>
    </message>
    <message>
        <source>Move to</source>
        <translation>이동 위치</translation>
    </message>
    <message>
        <source>Earliest</source>
        <translation>최초</translation>
    </message>
    <message>
        <source>Latest</source>
        <translation>최신</translation>
    </message>
    <message>
        <source>Shift by</source>
        <translation>상대 이동</translation>
    </message>
    <message>
        <source>Dry run</source>
        <translation>모의 실행</translation>
    </message>
    <message>
        <source>Run again</source>
        <translation>다시 실행</translation>
    </message>
    <message>
        <source>Dry run, by partition</source>
        <translation>모의 실행, 파티션별</translation>
    </message>
    <message>
        <source>worst first</source>
        <translation>차이가 큰 순</translation>
    </message>
    <message>
        <source>Undo this reset…</source>
        <translation>이 재설정 되돌리기…</translation>
    </message>
    <message>
        <source>No partition has a commit, so there is nothing to shift from</source>
        <translation>커밋이 있는 파티션이 없어 이동할 기준이 없습니다</translation>
    </message>
    <message numerus="yes">
        <source>%n partitions have no commit: they stay as they are</source>
        <translation>
            <numerusform>커밋이 없는 파티션 %n개는 그대로 둡니다</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 offsets before</source>
        <translation>이전 오프셋 %1개</translation>
    </message>
    <message numerus="yes">
        <source>Moved at %1, %n partitions</source>
        <translation>
            <numerusform>%1에 이동함, 파티션 %n개</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>sum %1 offsets in %n partitions</source>
        <translation>
            <numerusform>합계: 파티션 %n개에서 오프셋 %1개</numerusform>
        </translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>실행 취소</translation>
    </message>
    <message>
        <source>The reset was undone</source>
        <translation>재설정을 되돌렸습니다</translation>
    </message>
    <message>
        <source>Undo file</source>
        <translation>실행 취소 파일</translation>
    </message>
</context>
<context>
    <name>pilothouse::streams::SchemaView</name>
    <message>
        <source>Which part of the messages</source>
        <translation>메시지의 어느 부분</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>값</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>키</translation>
    </message>
    <message>
        <source>Versions</source>
        <translation>버전</translation>
    </message>
    <message>
        <source>Schema of the topic</source>
        <translation>토픽의 스키마</translation>
    </message>
    <message>
        <source>No schema registry</source>
        <translation>스키마 레지스트리 없음</translation>
    </message>
    <message>
        <source>Name it in the options of the connection, with the path of its API.</source>
        <translation>연결 옵션에 API 경로를 포함해 지정하세요.</translation>
    </message>
    <message>
        <source>No topic</source>
        <translation>토픽 없음</translation>
    </message>
    <message>
        <source>Choose a topic to see its schema.</source>
        <translation>토픽을 선택하면 스키마가 표시됩니다.</translation>
    </message>
    <message>
        <source>asking for %1</source>
        <translation>%1 요청 중</translation>
    </message>
    <message>
        <source>No schema</source>
        <translation>스키마 없음</translation>
    </message>
    <message>
        <source>The registry has no subject %1. Messages without a schema, or with subjects named in another way, are read all the same.</source>
        <translation>레지스트리에 Subject %1이(가) 없습니다. 스키마가 없거나 Subject 이름이 다르게 정해진 메시지도 그대로 읽습니다.</translation>
    </message>
    <message>
        <source>%1, version %2, number %3</source>
        <translation>%1, 버전 %2, 번호 %3</translation>
    </message>
</context>
<context>
    <name>pilothouse::streams::SchemasPane</name>
    <message>
        <source>No schema registry</source>
        <translation>스키마 레지스트리 없음</translation>
    </message>
    <message>
        <source>Name it in the options of the connection, with the path of its API.</source>
        <translation>연결 옵션에 API 경로를 포함해 지정하세요.</translation>
    </message>
    <message>
        <source>asking for the subjects</source>
        <translation>Subject 요청 중</translation>
    </message>
    <message>
        <source>No subjects</source>
        <translation>Subject 없음</translation>
    </message>
    <message>
        <source>The registry is there. Producers register their schemas when they first write.</source>
        <translation>레지스트리에 연결되었습니다. 프로듀서가 처음 쓸 때 스키마를 등록합니다.</translation>
    </message>
    <message>
        <source>%1 (deleted)</source>
        <translation>%1(삭제됨)</translation>
    </message>
    <message>
        <source>version %1</source>
        <translation>버전 %1</translation>
    </message>
    <message>
        <source>Schemas</source>
        <translation>스키마</translation>
    </message>
    <message>
        <source>%1, number %2</source>
        <translation>%1, 번호 %2</translation>
    </message>
    <message>
        <source>asking the registry</source>
        <translation>레지스트리에 묻는 중</translation>
    </message>
    <message>
        <source>Filter subjects</source>
        <translation>Subject 필터</translation>
    </message>
    <message>
        <source>Subject</source>
        <translation>Subject</translation>
    </message>
    <message>
        <source>Subjects</source>
        <translation>Subject</translation>
    </message>
    <message>
        <source>Versions</source>
        <translation>버전</translation>
    </message>
    <message>
        <source>Versions of the subject</source>
        <translation>Subject의 버전</translation>
    </message>
    <message>
        <source>Text of the schema</source>
        <translation>스키마 텍스트</translation>
    </message>
    <message>
        <source>Compare with the version before</source>
        <translation>이전 버전과 비교</translation>
    </message>
    <message>
        <source>Edit as a new version</source>
        <translation>새 버전으로 편집</translation>
    </message>
    <message>
        <source>Check the compatibility</source>
        <translation>호환성 검사</translation>
    </message>
    <message>
        <source>Register the edited schema…</source>
        <translation>편집한 스키마 등록…</translation>
    </message>
    <message>
        <source>Compatibility of the subject</source>
        <translation>Subject의 호환성</translation>
    </message>
    <message>
        <source>What is shown of the schema</source>
        <translation>스키마에서 표시할 내용</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>텍스트</translation>
    </message>
    <message>
        <source>Difference</source>
        <translation>차이</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>편집</translation>
    </message>
    <message>
        <source>Schema</source>
        <translation>스키마</translation>
    </message>
    <message>
        <source>What changed since the version before</source>
        <translation>이전 버전 이후 바뀐 내용</translation>
    </message>
    <message>
        <source>New version of the schema</source>
        <translation>스키마의 새 버전</translation>
    </message>
    <message>
        <source>Check</source>
        <translation>검사</translation>
    </message>
    <message>
        <source>Register…</source>
        <translation>등록…</translation>
    </message>
    <message>
        <source>This is what you typed before. It is not registered.</source>
        <translation>이전에 입력한 내용입니다. 등록되지 않았습니다.</translation>
    </message>
    <message>
        <source>Discard the edited schema</source>
        <translation>편집한 스키마 버리기</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>버리기</translation>
    </message>
    <message>
        <source>its level</source>
        <translation>설정된 수준</translation>
    </message>
    <message>
        <source>The registry compares nothing here (NONE): whatever it can read is taken.</source>
        <translation>레지스트리가 여기서는 아무것도 비교하지 않습니다(NONE). 읽을 수 있으면 모두 받아들입니다.</translation>
    </message>
    <message>
        <source>Compatible with what the subject has (%1).</source>
        <translation>Subject의 기존 스키마와 호환됩니다(%1).</translation>
    </message>
    <message>
        <source>Not compatible (%1). This registry tells no reasons.</source>
        <translation>호환되지 않습니다(%1). 이 레지스트리는 이유를 알려 주지 않습니다.</translation>
    </message>
    <message>
        <source>Not compatible (%1): %2</source>
        <translation>호환되지 않습니다(%1): %2</translation>
    </message>
    <message>
        <source>This registry cannot check the compatibility: nobody knows whether it fits.</source>
        <translation>이 레지스트리는 호환성을 검사할 수 없어 호환되는지 알 수 없습니다.</translation>
    </message>
    <message>
        <source>Not checked: %1</source>
        <translation>검사하지 못함: %1</translation>
    </message>
</context>
<context>
    <name>pilothouse::streams::SearchBar</name>
    <message>
        <source>Topic to search</source>
        <translation>검색할 토픽</translation>
    </message>
    <message>
        <source>Topic</source>
        <translation>토픽</translation>
    </message>
    <message>
        <source>How to search</source>
        <translation>검색 방식</translation>
    </message>
    <message>
        <source>Contains</source>
        <translation>포함</translation>
    </message>
    <message>
        <source>Field</source>
        <translation>필드</translation>
    </message>
    <message>
        <source>Regex</source>
        <translation>정규식</translation>
    </message>
    <message>
        <source>What to search for</source>
        <translation>검색할 내용</translation>
    </message>
    <message>
        <source>Value of the field</source>
        <translation>필드의 값</translation>
    </message>
    <message>
        <source>value</source>
        <translation>값</translation>
    </message>
    <message>
        <source>Where to search</source>
        <translation>검색 위치</translation>
    </message>
    <message>
        <source>in key, headers and value</source>
        <translation>키, 헤더, 값에서</translation>
    </message>
    <message>
        <source>in the value</source>
        <translation>값에서</translation>
    </message>
    <message>
        <source>in the key</source>
        <translation>키에서</translation>
    </message>
    <message>
        <source>in the headers</source>
        <translation>헤더에서</translation>
    </message>
    <message>
        <source>Match case</source>
        <translation>대소문자 구분</translation>
    </message>
    <message>
        <source>Match case. Without it the search is slower.</source>
        <translation>대소문자를 구분합니다. 끄면 검색이 느려집니다.</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>검색</translation>
    </message>
    <message>
        <source>Export hits</source>
        <translation>결과 내보내기</translation>
    </message>
    <message>
        <source>Begin of the range</source>
        <translation>범위의 시작</translation>
    </message>
    <message>
        <source>begin</source>
        <translation>맨 처음</translation>
    </message>
    <message>
        <source>End of the range</source>
        <translation>범위의 끝</translation>
    </message>
    <message>
        <source>end</source>
        <translation>맨 끝</translation>
    </message>
    <message>
        <source>Partitions</source>
        <translation>파티션</translation>
    </message>
    <message>
        <source>all</source>
        <translation>전체</translation>
    </message>
    <message>
        <source>Isolation</source>
        <translation>격리 수준</translation>
    </message>
    <message>
        <source>From</source>
        <translation>시작</translation>
    </message>
    <message>
        <source>to</source>
        <translation>끝</translation>
    </message>
    <message>
        <source>all %1</source>
        <translation>전체 %1개</translation>
    </message>
</context>
<context>
    <name>pilothouse::streams::SearchPanel</name>
    <message>
        <source>Search</source>
        <translation>검색</translation>
    </message>
    <message>
        <source>%1 · search</source>
        <translation>%1 · 검색</translation>
    </message>
    <message>
        <source>Hits</source>
        <translation>결과</translation>
    </message>
    <message>
        <source>Export the range</source>
        <translation>범위 내보내기</translation>
    </message>
    <message>
        <source>Export the hits</source>
        <translation>결과 내보내기</translation>
    </message>
    <message>
        <source>There is no group</source>
        <translation>그룹 없음</translation>
    </message>
    <message>
        <source>Start the search</source>
        <translation>검색 시작</translation>
    </message>
    <message>
        <source>Pause or resume the search</source>
        <translation>검색 일시 중지 또는 재개</translation>
    </message>
    <message>
        <source>Cancel the search</source>
        <translation>검색 취소</translation>
    </message>
    <message>
        <source>Go on with the search</source>
        <translation>검색 계속</translation>
    </message>
    <message>
        <source>Next hit</source>
        <translation>다음 결과</translation>
    </message>
    <message>
        <source>Previous hit</source>
        <translation>이전 결과</translation>
    </message>
    <message>
        <source>Sort the hits by time</source>
        <translation>결과를 시각순으로 정렬</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>내보내기…</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>일시 중지</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>취소</translation>
    </message>
    <message>
        <source>Esc twice cancels the search</source>
        <translation>Esc를 두 번 누르면 검색을 취소합니다</translation>
    </message>
    <message>
        <source>How far the search is</source>
        <translation>검색 진행 상황</translation>
    </message>
    <message>
        <source>offsets</source>
        <translation>오프셋</translation>
    </message>
    <message>
        <source>records</source>
        <translation>레코드</translation>
    </message>
    <message>
        <source>%1 of %2 %3</source>
        <translation>%3 %2개 중 %1개</translation>
    </message>
    <message>
        <source>Finding the range…</source>
        <translation>범위 찾는 중…</translation>
    </message>
    <message>
        <source>Searching</source>
        <translation>검색 중</translation>
    </message>
    <message>
        <source>%1/s</source>
        <translation>%1/초</translation>
    </message>
    <message>
        <source>%1 rec/s</source>
        <translation>레코드 %1개/초</translation>
    </message>
    <message>
        <source>about %1 left</source>
        <translation>약 %1 남음</translation>
    </message>
    <message>
        <source>partition %1 waits: %2</source>
        <translation>파티션 %1 대기 중: %2</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>일시 중지됨</translation>
    </message>
    <message>
        <source>%1 so far</source>
        <translation>지금까지 %1</translation>
    </message>
    <message>
        <source>Cut off %1</source>
        <translation>%1 끊김</translation>
    </message>
    <message>
        <source>it goes on from there</source>
        <translation>그 위치부터 이어집니다</translation>
    </message>
    <message>
        <source>Cancelled %1</source>
        <translation>%1 취소됨</translation>
    </message>
    <message>
        <source>%1 read</source>
        <translation>%1 읽음</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>완료</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <translation>%2 %1개</translation>
    </message>
    <message>
        <source>%1 in %2 s</source>
        <translation>%2초 동안 %1</translation>
    </message>
    <message>
        <source>Esc once more cancels the search</source>
        <translation>Esc를 한 번 더 누르면 검색을 취소합니다</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>계속</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>재개</translation>
    </message>
    <message>
        <source>Matches per partition</source>
        <translation>파티션별 일치 수</translation>
    </message>
    <message>
        <source>%1 in %2 partitions, most in %3: %4</source>
        <translation>파티션 %2개에서 %1개, 최다 파티션 %3: %4개</translation>
    </message>
    <message>
        <source>shown: %1 of them</source>
        <translation>그중 파티션 %1개 표시</translation>
    </message>
    <message>
        <source>%1 hits, all kept</source>
        <translation>결과 %1개, 모두 보관됨</translation>
    </message>
    <message>
        <source>%1 hits; the first %2 were found before the program was closed and are not listed</source>
        <translation>결과 %1개. 처음 %2개는 프로그램을 닫기 전에 찾은 것으로 목록에 없습니다</translation>
    </message>
    <message>
        <source>Complete up to %1</source>
        <translation>%1까지 모두 찾음</translation>
    </message>
    <message>
        <source>State is saved every 5 s, so a closed search can go on</source>
        <translation>5초마다 상태를 저장하므로 닫은 검색도 이어 갈 수 있습니다</translation>
    </message>
    <message>
        <source>%1 %2 were read</source>
        <translation>%2 %1개 읽음</translation>
    </message>
    <message>
        <source>Search through a topic</source>
        <translation>토픽 내용 검색</translation>
    </message>
    <message>
        <source>Nothing is read until you start. Ctrl+Enter starts.</source>
        <translation>시작하기 전에는 아무것도 읽지 않습니다. Ctrl+Enter로 시작합니다.</translation>
    </message>
    <message>
        <source>No hit is listed</source>
        <translation>목록에 결과 없음</translation>
    </message>
    <message>
        <source>What was found before the program was closed is counted above.</source>
        <translation>프로그램을 닫기 전에 찾은 것은 위의 개수에 포함되어 있습니다.</translation>
    </message>
    <message>
        <source>The chosen partitions have none.</source>
        <translation>선택한 파티션에는 결과가 없습니다.</translation>
    </message>
    <message>
        <source>No message matches</source>
        <translation>일치하는 메시지 없음</translation>
    </message>
    <message>
        <source>Widen the range to the whole topic</source>
        <translation>범위를 토픽 전체로 넓히기</translation>
    </message>
    <message>
        <source>Change the search</source>
        <translation>검색 변경</translation>
    </message>
    <message>
        <source>The search was cancelled</source>
        <translation>검색이 취소됨</translation>
    </message>
    <message>
        <source>The search was cut off</source>
        <translation>검색이 끊김</translation>
    </message>
    <message>
        <source>It goes on from the saved offsets.</source>
        <translation>저장된 오프셋부터 이어집니다.</translation>
    </message>
    <message>
        <source>No hit yet</source>
        <translation>아직 결과 없음</translation>
    </message>
    <message>
        <source>The whole range as %1…</source>
        <translation>전체 범위를 %1(으)로…</translation>
    </message>
    <message>
        <source>Hits as %1…</source>
        <translation>일치한 메시지를 %1(으)로…</translation>
    </message>
    <message>
        <source>Another group</source>
        <translation>다른 그룹</translation>
    </message>
    <message numerus="yes">
        <source>%n hit(s) found before</source>
        <translation>
            <numerusform>이전에 찾은 결과 %n개</numerusform>
        </translation>
    </message>
    <message>
        <source>Hits are not kept when the program is closed. Ctrl+Enter reads them again.</source>
        <translation>프로그램을 닫으면 결과는 보관되지 않습니다. Ctrl+Enter를 누르면 다시 읽습니다.</translation>
    </message>
    <message>
        <source>Read them again</source>
        <translation>다시 읽기</translation>
    </message>
    <message>
        <source>The whole range as %1, decoded…</source>
        <translation>전체 범위를 디코딩하여 %1(으)로…</translation>
    </message>
    <message>
        <source>Hits as %1, decoded…</source>
        <translation>일치한 메시지를 디코딩하여 %1(으)로…</translation>
    </message>
    <message>
        <source>The whole range as %1, bytes in base64…</source>
        <translation>전체 범위를 %1(으)로, 바이트는 base64로…</translation>
    </message>
    <message>
        <source>Hits as %1, bytes in base64…</source>
        <translation>일치한 메시지를 %1(으)로, 바이트는 base64로…</translation>
    </message>
    <message>
        <source>The export is done</source>
        <translation>내보내기를 마쳤습니다</translation>
    </message>
    <message>
        <source>Open folder</source>
        <translation>폴더 열기</translation>
    </message>
</context>
<context>
    <name>pilothouse::streams::Sheet</name>
    <message>
        <source>Close</source>
        <translation>닫기</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>취소</translation>
    </message>
    <message>
        <source>Apply</source>
        <translation>적용</translation>
    </message>
    <message>
        <source>Look again</source>
        <translation>다시 확인</translation>
    </message>
    <message>
        <source>Close the sheet</source>
        <translation>시트 닫기</translation>
    </message>
    <message>
        <source>Production</source>
        <translation>프로덕션</translation>
    </message>
    <message>
        <source>writes off</source>
        <translation>쓰기 꺼짐</translation>
    </message>
    <message>
        <source>writes on, %1 min left</source>
        <translation>쓰기 켜짐, %1분 남음</translation>
    </message>
    <message>
        <source>writes on</source>
        <translation>쓰기 켜짐</translation>
    </message>
    <message>
        <source>Production, %1</source>
        <translation>프로덕션, %1</translation>
    </message>
    <message>
        <source>Not connected</source>
        <translation>연결되지 않음</translation>
    </message>
</context>
<context>
    <name>pilothouse::streams::StreamSide</name>
    <message>
        <source>What is shown of it</source>
        <translation>표시할 내용</translation>
    </message>
    <message>
        <source>Members of the group</source>
        <translation>그룹의 멤버</translation>
    </message>
    <message>
        <source>Settings of the broker</source>
        <translation>브로커 설정</translation>
    </message>
    <message>
        <source>Lag</source>
        <translation>지연</translation>
    </message>
    <message>
        <source>Config</source>
        <translation>설정</translation>
    </message>
    <message>
        <source>Schema</source>
        <translation>스키마</translation>
    </message>
    <message>
        <source>ACLs</source>
        <translation>ACL</translation>
    </message>
    <message>
        <source>Members</source>
        <translation>멤버</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>설정</translation>
    </message>
    <message>
        <source>Its members are not readable with this library</source>
        <translation>이 라이브러리로는 멤버를 읽을 수 없음</translation>
    </message>
    <message>
        <source>Nobody is in this group now</source>
        <translation>지금 이 그룹에 멤버 없음</translation>
    </message>
    <message>
        <source>Its state is %1. What it has committed stays.</source>
        <translation>상태는 %1입니다. 커밋한 내용은 그대로 남습니다.</translation>
    </message>
    <message>
        <source>not there any more</source>
        <translation>더 이상 없음</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>Broker %1</source>
        <translation>브로커 %1</translation>
    </message>
    <message>
        <source>asking broker %1</source>
        <translation>브로커 %1에 요청 중</translation>
    </message>
    <message>
        <source>Producers</source>
        <translation>프로듀서</translation>
    </message>
    <message>
        <source>Reassignments</source>
        <translation>재할당</translation>
    </message>
    <message>
        <source>Quotas</source>
        <translation>할당량</translation>
    </message>
</context>
<context>
    <name>pilothouse::streams::StreamsPanel</name>
    <message>
        <source>Topics</source>
        <translation>토픽</translation>
    </message>
    <message>
        <source>Topics · %1</source>
        <translation>토픽 · %1</translation>
    </message>
    <message>
        <source>Part of the panel</source>
        <translation>패널에서 표시할 부분</translation>
    </message>
    <message>
        <source>List</source>
        <translation>목록</translation>
    </message>
    <message>
        <source>Detail</source>
        <translation>상세</translation>
    </message>
    <message>
        <source>Ask the cluster again</source>
        <translation>클러스터에 다시 요청</translation>
    </message>
    <message>
        <source>Filter the list</source>
        <translation>목록 필터</translation>
    </message>
    <message>
        <source>Consumer groups</source>
        <translation>소비자 그룹</translation>
    </message>
    <message>
        <source>Brokers</source>
        <translation>브로커</translation>
    </message>
    <message>
        <source>Schemas</source>
        <translation>스키마</translation>
    </message>
    <message>
        <source>Connectors</source>
        <translation>커넥터</translation>
    </message>
    <message>
        <source>Lag of the chosen one</source>
        <translation>선택한 것의 지연</translation>
    </message>
    <message>
        <source>Settings of the topic</source>
        <translation>토픽 설정</translation>
    </message>
    <message>
        <source>Schema of the topic</source>
        <translation>토픽의 스키마</translation>
    </message>
    <message>
        <source>Access rules of the topic</source>
        <translation>토픽의 접근 규칙</translation>
    </message>
    <message>
        <source>Members of the group</source>
        <translation>그룹의 멤버</translation>
    </message>
    <message>
        <source>Show or hide internal topics</source>
        <translation>내부 토픽 표시 또는 숨기기</translation>
    </message>
    <message>
        <source>Copy the name</source>
        <translation>이름 복사</translation>
    </message>
    <message>
        <source>New topic…</source>
        <translation>새 토픽…</translation>
    </message>
    <message>
        <source>New topic like this one…</source>
        <translation>이 토픽과 같은 새 토픽…</translation>
    </message>
    <message>
        <source>Reset offsets of the group…</source>
        <translation>그룹의 오프셋 재설정…</translation>
    </message>
    <message>
        <source>asking %1</source>
        <translation>%1에 요청 중</translation>
    </message>
    <message>
        <source>Search through the topic</source>
        <translation>토픽 검색</translation>
    </message>
    <message>
        <source>Dead letters of the topic</source>
        <translation>토픽의 데드 레터</translation>
    </message>
    <message>
        <source>Follow the topic</source>
        <translation>토픽 따라가기</translation>
    </message>
    <message>
        <source>Produce a message…</source>
        <translation>메시지 쓰기…</translation>
    </message>
    <message>
        <source>Earlier resets…</source>
        <translation>이전 재설정…</translation>
    </message>
    <message>
        <source>Forget the group&apos;s offsets of the topic…</source>
        <translation>이 토픽에 대한 그룹 오프셋 삭제…</translation>
    </message>
    <message>
        <source>More partitions…</source>
        <translation>파티션 추가…</translation>
    </message>
    <message>
        <source>Delete messages…</source>
        <translation>메시지 삭제…</translation>
    </message>
    <message>
        <source>Delete the topic…</source>
        <translation>토픽 삭제…</translation>
    </message>
    <message>
        <source>Delete the group…</source>
        <translation>그룹 삭제…</translation>
    </message>
    <message>
        <source>Search through partition %1…</source>
        <translation>파티션 %1 검색…</translation>
    </message>
    <message>
        <source>Produce the chosen message again…</source>
        <translation>선택한 메시지 다시 쓰기…</translation>
    </message>
    <message>
        <source>Search through %1</source>
        <translation>%1 검색</translation>
    </message>
    <message>
        <source>Dead letters of %1</source>
        <translation>%1의 데드 레터</translation>
    </message>
    <message>
        <source>Follow %1</source>
        <translation>%1 따라가기</translation>
    </message>
    <message>
        <source>Active producers of the topic</source>
        <translation>토픽의 활성 프로듀서</translation>
    </message>
    <message>
        <source>Reassignments in progress</source>
        <translation>진행 중인 재할당</translation>
    </message>
    <message>
        <source>Quotas of the cluster</source>
        <translation>클러스터의 할당량</translation>
    </message>
</context>
<context>
    <name>pilothouse::streams::TailPane</name>
    <message>
        <source>Pause or resume the tail</source>
        <translation>따라가기 일시 중지 또는 재개</translation>
    </message>
    <message>
        <source>Produce a message…</source>
        <translation>메시지 쓰기…</translation>
    </message>
    <message>
        <source>Clear the tail</source>
        <translation>따라가기 목록 지우기</translation>
    </message>
    <message>
        <source>Live tail</source>
        <translation>실시간 따라가기</translation>
    </message>
    <message>
        <source>Filter messages</source>
        <translation>메시지 필터</translation>
    </message>
    <message>
        <source>Where the tail begins</source>
        <translation>따라가기 시작 위치</translation>
    </message>
    <message>
        <source>From newest</source>
        <translation>최신부터</translation>
    </message>
    <message>
        <source>From oldest</source>
        <translation>최초부터</translation>
    </message>
    <message>
        <source>Last 100 each</source>
        <translation>파티션별 최근 100개</translation>
    </message>
    <message>
        <source>From a time</source>
        <translation>지정 시각부터</translation>
    </message>
    <message>
        <source>Time the tail begins at</source>
        <translation>따라가기를 시작할 시각</translation>
    </message>
    <message>
        <source>13:40 or -15m</source>
        <translation>13:40 또는 -15m</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>일시 중지</translation>
    </message>
    <message>
        <source>Produce</source>
        <translation>쓰기</translation>
    </message>
    <message>
        <source>How the tail reads</source>
        <translation>따라가기 읽기 방식</translation>
    </message>
    <message>
        <source>Uncommitted messages too</source>
        <translation>커밋되지 않은 메시지도 포함</translation>
    </message>
    <message>
        <source>Keep %1 rows</source>
        <translation>%1행 유지</translation>
    </message>
    <message>
        <source>Messages of the tail</source>
        <translation>따라가기 메시지</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>재개</translation>
    </message>
    <message>
        <source>Deleted</source>
        <translation>삭제됨</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>일시 중지됨</translation>
    </message>
    <message>
        <source>Following</source>
        <translation>따라가는 중</translation>
    </message>
    <message>
        <source>Not reading</source>
        <translation>읽지 않음</translation>
    </message>
    <message>
        <source>%1 msg/s</source>
        <translation>메시지 %1개/초</translation>
    </message>
    <message>
        <source>%1 of %2 match, %3 %</source>
        <translation>%2개 중 %1개 일치, %3%</translation>
    </message>
    <message>
        <source>%1 rows</source>
        <translation>%1행</translation>
    </message>
    <message>
        <source>%1 older ones made room</source>
        <translation>오래된 %1개 밀려남</translation>
    </message>
    <message>
        <source>%1 came too fast to be shown</source>
        <translation>너무 빨리 들어와 표시하지 못한 메시지 %1개</translation>
    </message>
    <message>
        <source>No topic is chosen</source>
        <translation>선택한 토픽 없음</translation>
    </message>
    <message>
        <source>Choose a topic to follow its messages here.</source>
        <translation>토픽을 선택하면 여기서 메시지를 따라갑니다.</translation>
    </message>
    <message>
        <source>%1 was deleted</source>
        <translation>%1이(가) 삭제됨</translation>
    </message>
    <message>
        <source>The cluster has no such topic any more.</source>
        <translation>클러스터에 이 토픽이 더 이상 없습니다.</translation>
    </message>
    <message>
        <source>No message matches yet</source>
        <translation>아직 일치하는 메시지 없음</translation>
    </message>
    <message>
        <source>Nothing came yet</source>
        <translation>아직 들어온 메시지 없음</translation>
    </message>
    <message>
        <source>What is produced to %1 from now on shows here.</source>
        <translation>이제부터 %1에 쓰는 메시지가 여기에 표시됩니다.</translation>
    </message>
    <message>
        <source>No messages</source>
        <translation>메시지 없음</translation>
    </message>
    <message>
        <source>Not reading now: %1. It goes on by itself.</source>
        <translation>지금은 읽지 않습니다: %1. 자동으로 이어집니다.</translation>
    </message>
    <message>
        <source>Partitions %1 cannot be read now: %2. They go on by themselves.</source>
        <translation>지금 파티션 %1을(를) 읽을 수 없습니다: %2. 자동으로 이어집니다.</translation>
    </message>
    <message>
        <source>%1 messages were left out while this was hidden.</source>
        <translation>숨겨진 동안 메시지 %1개를 건너뛰었습니다.</translation>
    </message>
    <message>
        <source>Filter: key:904 or $.id = 5</source>
        <translation>필터: key:904 또는 $.id = 5</translation>
    </message>
    <message>
        <source>Produce a message</source>
        <translation>메시지 쓰기</translation>
    </message>
    <message>
        <source>1 row</source>
        <translation>1개 행</translation>
    </message>
    <message>
        <source>%1 has no messages from there on.</source>
        <translation>%1에는 그 이후의 메시지가 없습니다.</translation>
    </message>
    <message>
        <source>No answer</source>
        <translation>응답 없음</translation>
    </message>
    <message>
        <source>Filter messages (/)
paid: in key, headers or value, in any case
&quot;Paid&quot;: exactly so
key:904, header:web, value:paid: only there
$.order.id = 5: a field of a JSON value
$.country in (TW, KR), key in (904, 905): one of several
is:tombstone: messages without a value
/5[0-9]+/, key:/^904/i: regular expressions</source>
        <translation>메시지 필터 (/)
paid: 키, 헤더, 값에서 대소문자 구분 없이
&quot;Paid&quot;: 그대로 일치
key:904, header:web, value:paid: 해당 위치에서만
$.order.id = 5: JSON 값의 필드
$.country in (TW, KR), key in (904, 905): 여러 값 중 하나
is:tombstone: 값이 없는 메시지
/5[0-9]+/, key:/^904/i: 정규식</translation>
    </message>
    <message>
        <source>Messages already in the list: in the first 8 KB of their value</source>
        <translation>이미 목록에 있는 메시지: 값의 처음 8 KB에서</translation>
    </message>
</context>
<context>
    <name>pilothouse::streams::UndoLater</name>
    <message>
        <source>The connection is not open</source>
        <translation>연결이 열려 있지 않습니다</translation>
    </message>
    <message>
        <source>%1 was moved</source>
        <translation>%1을(를) 옮겼습니다</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>실행 취소</translation>
    </message>
    <message>
        <source>The reset was undone</source>
        <translation>재설정을 되돌렸습니다</translation>
    </message>
</context>
<context>
    <name>pilothouse::streams::UndoList</name>
    <message>
        <source>Group</source>
        <translation>그룹</translation>
    </message>
    <message>
        <source>Reset at</source>
        <translation>재설정 시각</translation>
    </message>
    <message>
        <source>Partitions</source>
        <translation>파티션</translation>
    </message>
    <message>
        <source>No reset of this cluster was made from here</source>
        <translation>여기서 이 클러스터를 재설정한 적이 없습니다</translation>
    </message>
    <message>
        <source>Resets that can be undone</source>
        <translation>되돌릴 수 있는 재설정</translation>
    </message>
</context>
<context>
    <name>pilothouse::ui::Chip</name>
    <message>
        <source>Remove %1 (Del)</source>
        <translation>%1 제거(Del)</translation>
    </message>
</context>
<context>
    <name>pilothouse::ui::CodeEditor</name>
    <message>
        <source>no match</source>
        <translation>일치 항목 없음</translation>
    </message>
</context>
<context>
    <name>pilothouse::ui::ColumnDialog</name>
    <message>
        <source>Columns</source>
        <translation>열</translation>
    </message>
    <message>
        <source>Values are stored and copied unchanged, whatever is shown here.</source>
        <translation>여기서 어떻게 표시하든 저장되고 복사되는 값은 바뀌지 않습니다.</translation>
    </message>
    <message>
        <source>As the result came</source>
        <translation>결과가 온 그대로</translation>
    </message>
    <message>
        <source>Order, widths and values of every column as they came</source>
        <translation>모든 열의 순서, 너비, 값을 처음 온 그대로 되돌림</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>취소</translation>
    </message>
    <message>
        <source>Apply</source>
        <translation>적용</translation>
    </message>
    <message>
        <source>Columns in their order</source>
        <translation>순서대로 나열된 열</translation>
    </message>
    <message>
        <source>Up</source>
        <translation>위로</translation>
    </message>
    <message>
        <source>Down</source>
        <translation>아래로</translation>
    </message>
    <message>
        <source>Shown</source>
        <translation>표시</translation>
    </message>
    <message>
        <source>Width</source>
        <translation>너비</translation>
    </message>
    <message>
        <source>Numbers</source>
        <translation>숫자</translation>
    </message>
    <message>
        <source>As stored</source>
        <translation>저장된 그대로</translation>
    </message>
    <message>
        <source>Thousands apart</source>
        <translation>천 단위 구분</translation>
    </message>
    <message>
        <source>As a size in bytes</source>
        <translation>바이트 크기로</translation>
    </message>
    <message>
        <source>A bar beside the number, one scale for the column</source>
        <translation>숫자 옆 막대, 열 전체에 같은 눈금 사용</translation>
    </message>
    <message>
        <source>Times</source>
        <translation>시간</translation>
    </message>
    <message>
        <source>To the second</source>
        <translation>초까지</translation>
    </message>
    <message>
        <source>Date only</source>
        <translation>날짜만</translation>
    </message>
    <message>
        <source>Time of day only</source>
        <translation>시각만</translation>
    </message>
    <message>
        <source>States of values</source>
        <translation>값의 상태</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>값</translation>
    </message>
    <message>
        <source>State</source>
        <translation>상태</translation>
    </message>
    <message>
        <source>Value that means a state</source>
        <translation>상태를 뜻하는 값</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>추가</translation>
    </message>
    <message>
        <source>Values that mean a state</source>
        <translation>상태를 뜻하는 값</translation>
    </message>
    <message>
        <source>These values are always shown as stored.</source>
        <translation>이 값은 항상 저장된 그대로 표시됩니다.</translation>
    </message>
    <message>
        <source>One column at least is shown.</source>
        <translation>열은 하나 이상 표시해야 합니다.</translation>
    </message>
    <message>
        <source>State of %1</source>
        <translation>%1의 상태</translation>
    </message>
    <message>
        <source>no state</source>
        <translation>상태 없음</translation>
    </message>
    <message>
        <source> px</source>
        <translation> px</translation>
    </message>
</context>
<context>
    <name>pilothouse::ui::ConfirmDialog</name>
    <message>
        <source>Type %1 to go on</source>
        <translation>계속하려면 %1 입력</translation>
    </message>
    <message>
        <source>Enter cancels. Written to the audit log.</source>
        <translation>Enter는 취소입니다. 감사 로그에 기록됩니다.</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>취소</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 / %2</translation>
    </message>
    <message>
        <source>Enter runs it.</source>
        <translation>Enter를 누르면 실행합니다.</translation>
    </message>
    <message>
        <source>Enter cancels.</source>
        <translation>Enter는 취소입니다.</translation>
    </message>
    <message>
        <source>Enter runs it. Written to the audit log.</source>
        <translation>Enter를 누르면 실행합니다. 감사 로그에 기록됩니다.</translation>
    </message>
</context>
<context>
    <name>pilothouse::ui::CountdownRing</name>
    <message numerus="yes">
        <source>%n second(s) to the next try</source>
        <translation>
            <numerusform>다음 시도까지 %n초</numerusform>
        </translation>
    </message>
    <message>
        <source>Not retrying</source>
        <translation>재시도하지 않음</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1초</translation>
    </message>
</context>
<context>
    <name>pilothouse::ui::ErrorPage</name>
    <message>
        <source>Retry now</source>
        <translation>지금 재시도</translation>
    </message>
    <message>
        <source>Stop retrying</source>
        <translation>재시도 중지</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>복사</translation>
    </message>
    <message>
        <source>Original message</source>
        <translation>원본 메시지</translation>
    </message>
    <message>
        <source>Retrying was stopped.</source>
        <translation>재시도를 중지했습니다.</translation>
    </message>
    <message>
        <source>Attempts</source>
        <translation>시도</translation>
    </message>
    <message>
        <source>What to check</source>
        <translation>확인할 사항</translation>
    </message>
    <message>
        <source>Try %1 starts in %2 s. Waits grow to 60 s.</source>
        <translation>%2초 후 %1번째 시도를 시작합니다. 대기는 최대 60초까지 늘어납니다.</translation>
    </message>
    <message>
        <source>Copy %1</source>
        <translation>%1 복사</translation>
    </message>
    <message>
        <source>Run %1 in a terminal tab</source>
        <translation>터미널 탭에서 %1 실행</translation>
    </message>
    <message>
        <source>Edit connection</source>
        <translation>연결 편집</translation>
    </message>
</context>
<context>
    <name>pilothouse::ui::FindBar</name>
    <message>
        <source>Find</source>
        <translation>찾기</translation>
    </message>
    <message>
        <source>Previous match</source>
        <translation>이전 일치 항목</translation>
    </message>
    <message>
        <source>Next match</source>
        <translation>다음 일치 항목</translation>
    </message>
    <message>
        <source>Close the find bar</source>
        <translation>찾기 표시줄 닫기</translation>
    </message>
</context>
<context>
    <name>pilothouse::ui::Glyph</name>
    <message>
        <source>Healthy</source>
        <translation>정상</translation>
    </message>
    <message>
        <source>Degraded</source>
        <translation>저하됨</translation>
    </message>
    <message>
        <source>Failing</source>
        <translation>장애</translation>
    </message>
    <message>
        <source>Running</source>
        <translation>실행 중</translation>
    </message>
    <message>
        <source>Queued</source>
        <translation>대기열에 있음</translation>
    </message>
    <message>
        <source>Will retry</source>
        <translation>재시도 예정</translation>
    </message>
    <message>
        <source>Skipped</source>
        <translation>건너뜀</translation>
    </message>
    <message>
        <source>Unknown</source>
        <translation>알 수 없음</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>일시 중지됨</translation>
    </message>
    <message>
        <source>Streaming</source>
        <translation>스트리밍 중</translation>
    </message>
    <message>
        <source>Between triggers</source>
        <translation>트리거 사이</translation>
    </message>
    <message>
        <source>Restarting</source>
        <translation>다시 시작 중</translation>
    </message>
    <message>
        <source>Created</source>
        <translation>생성됨</translation>
    </message>
    <message>
        <source>Changed</source>
        <translation>변경됨</translation>
    </message>
    <message>
        <source>Removed</source>
        <translation>제거됨</translation>
    </message>
    <message>
        <source>Upstream failed</source>
        <translation>업스트림 실패</translation>
    </message>
    <message>
        <source>Looks again later</source>
        <translation>나중에 다시 확인</translation>
    </message>
    <message>
        <source>Scheduled</source>
        <translation>예약됨</translation>
    </message>
    <message>
        <source>Deferred</source>
        <translation>지연됨</translation>
    </message>
    <message>
        <source>Awaits input</source>
        <translation>입력 대기</translation>
    </message>
    <message>
        <source>No status</source>
        <translation>상태 없음</translation>
    </message>
</context>
<context>
    <name>pilothouse::ui::GraphEdit</name>
    <message>
        <source>An edge leads to an input.</source>
        <translation>연결선은 입력으로 이어져야 합니다.</translation>
    </message>
    <message>
        <source>An edge comes from an output.</source>
        <translation>연결선은 출력에서 시작해야 합니다.</translation>
    </message>
    <message>
        <source>%1 has no port for this.</source>
        <translation>%1에 이에 맞는 포트가 없습니다.</translation>
    </message>
    <message>
        <source>Connect %1</source>
        <translation>%1 연결</translation>
    </message>
    <message>
        <source>Connect %1 to %2</source>
        <translation>%1을(를) %2에 연결</translation>
    </message>
</context>
<context>
    <name>pilothouse::ui::GraphSearchBar</name>
    <message>
        <source>Find a node</source>
        <translation>노드 찾기</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%2개 중 %1</translation>
    </message>
    <message>
        <source>no node</source>
        <translation>노드 없음</translation>
    </message>
    <message numerus="yes">
        <source>%1, %n in closed groups</source>
        <translation>
            <numerusform>%1, 닫힌 그룹에 %n개</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n found</source>
        <translation>
            <numerusform>%n개 찾음</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>pilothouse::ui::GraphView</name>
    <message>
        <source>open group</source>
        <translation>열린 그룹</translation>
    </message>
    <message>
        <source>closed group</source>
        <translation>닫힌 그룹</translation>
    </message>
    <message>
        <source>in %1</source>
        <translation>%1 안</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <translation>%1에서 %2(으)로</translation>
    </message>
</context>
<context>
    <name>pilothouse::ui::GridModel</name>
    <message>
        <source>loading</source>
        <translation>불러오는 중</translation>
    </message>
    <message>
        <source>empty text</source>
        <translation>빈 텍스트</translation>
    </message>
    <message>
        <source>The first %1 of %2. Space shows more.</source>
        <translation>%2 중 처음 %1. 스페이스를 누르면 더 보입니다.</translation>
    </message>
</context>
<context>
    <name>pilothouse::ui::GridPager</name>
    <message>
        <source>Page before</source>
        <translation>이전 페이지</translation>
    </message>
    <message>
        <source>Next page</source>
        <translation>다음 페이지</translation>
    </message>
    <message>
        <source>Rows %1 to %2</source>
        <translation>%1~%2행</translation>
    </message>
</context>
<context>
    <name>pilothouse::ui::GridView</name>
    <message>
        <source>Result rows</source>
        <translation>결과 행</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>복사</translation>
    </message>
    <message>
        <source>Copy as…</source>
        <translation>다른 형식으로 복사…</translation>
    </message>
    <message>
        <source>Find…</source>
        <translation>찾기…</translation>
    </message>
    <message>
        <source>Next match</source>
        <translation>다음 일치 항목</translation>
    </message>
    <message>
        <source>Previous match</source>
        <translation>이전 일치 항목</translation>
    </message>
    <message>
        <source>Preview of %1</source>
        <translation>%1 미리 보기</translation>
    </message>
    <message>
        <source>searching</source>
        <translation>검색 중</translation>
    </message>
    <message>
        <source>from the other end</source>
        <translation>반대쪽 끝에서 계속</translation>
    </message>
    <message>
        <source>Group thousands</source>
        <translation>천 단위 구분</translation>
    </message>
    <message>
        <source>Show bars</source>
        <translation>막대 표시</translation>
    </message>
    <message>
        <source>“%1” means</source>
        <translation>“%1”의 의미</translation>
    </message>
    <message>
        <source>no state</source>
        <translation>상태 없음</translation>
    </message>
    <message>
        <source>Fit to what is shown</source>
        <translation>보이는 내용에 맞추기</translation>
    </message>
    <message>
        <source>Show values as stored</source>
        <translation>저장된 값 그대로 표시</translation>
    </message>
    <message>
        <source>Copy as</source>
        <translation>복사 형식</translation>
    </message>
    <message>
        <source>Preview</source>
        <translation>미리 보기</translation>
    </message>
    <message>
        <source>Column</source>
        <translation>열</translation>
    </message>
    <message>
        <source>Columns…</source>
        <translation>열…</translation>
    </message>
    <message>
        <source>Hide this column</source>
        <translation>이 열 숨기기</translation>
    </message>
    <message numerus="yes">
        <source>%1 row(s) copied as %2</source>
        <translation>
            <numerusform>%1행을 %2(으)로 복사함</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Of %n long cell(s) only the first part.</source>
        <translation>
            <numerusform>긴 셀 %n개는 앞부분만 포함됩니다.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>not in %1 row(s)</source>
        <translation>
            <numerusform>%1행에 없음</numerusform>
        </translation>
    </message>
    <message>
        <source>Sort upwards</source>
        <translation>오름차순 정렬</translation>
    </message>
    <message>
        <source>Sort downwards</source>
        <translation>내림차순 정렬</translation>
    </message>
    <message>
        <source>Do not sort</source>
        <translation>정렬하지 않음</translation>
    </message>
    <message>
        <source>Select this column</source>
        <translation>이 열 선택</translation>
    </message>
</context>
<context>
    <name>pilothouse::ui::JsonTreeModel</name>
    <message>
        <source>Key</source>
        <translation>키</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>값</translation>
    </message>
</context>
<context>
    <name>pilothouse::ui::LazyTreeModel</name>
    <message>
        <source>loading</source>
        <translation>불러오는 중</translation>
    </message>
</context>
<context>
    <name>pilothouse::ui::LoadingPage</name>
    <message>
        <source>Loading</source>
        <translation>불러오는 중</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>취소</translation>
    </message>
    <message>
        <source>loading</source>
        <translation>불러오는 중</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>Loading %1 of %2</source>
        <translation>%2 중 %1 불러오는 중</translation>
    </message>
    <message>
        <source>Loading %1</source>
        <translation>%1 불러오는 중</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1초</translation>
    </message>
    <message>
        <source>%1 min %2 s</source>
        <translation>%1분 %2초</translation>
    </message>
</context>
<context>
    <name>pilothouse::ui::LogBar</name>
    <message>
        <source>Find in the log</source>
        <translation>로그에서 찾기</translation>
    </message>
    <message>
        <source>Match case</source>
        <translation>대소문자 구분</translation>
    </message>
    <message>
        <source>Regular expression</source>
        <translation>정규식</translation>
    </message>
    <message>
        <source>Lines shown</source>
        <translation>표시할 줄</translation>
    </message>
    <message>
        <source>Find in the log (/)</source>
        <translation>로그에서 찾기 (/)</translation>
    </message>
    <message>
        <source>All</source>
        <translation>전체</translation>
    </message>
    <message>
        <source>Follow</source>
        <translation>따라가기</translation>
    </message>
    <message>
        <source>Follow the end of the log (F)</source>
        <translation>로그 끝 따라가기 (F)</translation>
    </message>
    <message>
        <source>Warn %1</source>
        <translation>경고 %1</translation>
    </message>
    <message>
        <source>Error %1</source>
        <translation>오류 %1</translation>
    </message>
    <message>
        <source>not a pattern</source>
        <translation>잘못된 패턴</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%2개 중 %1</translation>
    </message>
    <message>
        <source>Some lines were too long or too much for this pattern.</source>
        <translation>일부 줄은 이 패턴으로 검사하기에 너무 길거나 복잡합니다.</translation>
    </message>
</context>
<context>
    <name>pilothouse::ui::LogJumpBar</name>
    <message>
        <source>Go to a line or time</source>
        <translation>줄 또는 시간으로 이동</translation>
    </message>
    <message>
        <source>Line or time, as 218 or 14:01:22</source>
        <translation>줄 또는 시간, 예: 218 또는 14:01:22</translation>
    </message>
</context>
<context>
    <name>pilothouse::ui::LogView</name>
    <message>
        <source>Log</source>
        <translation>로그</translation>
    </message>
    <message numerus="yes">
        <source>%n new line(s)</source>
        <translation>
            <numerusform>새 줄 %n개</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 lines, %2 warnings, %3 errors</source>
        <translation>%1줄, 경고 %2개, 오류 %3개</translation>
    </message>
    <message>
        <source>line %1, loading</source>
        <translation>%1번째 줄, 불러오는 중</translation>
    </message>
    <message>
        <source>line %1</source>
        <translation>%1번째 줄</translation>
    </message>
    <message>
        <source>debug</source>
        <translation>디버그</translation>
    </message>
    <message>
        <source>info</source>
        <translation>정보</translation>
    </message>
    <message>
        <source>warning</source>
        <translation>경고</translation>
    </message>
    <message>
        <source>error</source>
        <translation>오류</translation>
    </message>
    <message>
        <source>fatal error</source>
        <translation>치명적 오류</translation>
    </message>
    <message>
        <source>of the error above</source>
        <translation>위 오류의 내용</translation>
    </message>
    <message>
        <source>Copy the selected lines</source>
        <translation>선택한 줄 복사</translation>
    </message>
    <message>
        <source>Select all lines</source>
        <translation>모든 줄 선택</translation>
    </message>
    <message>
        <source>Follow the end of the log</source>
        <translation>로그 끝 따라가기</translation>
    </message>
    <message>
        <source>Next error</source>
        <translation>다음 오류</translation>
    </message>
    <message>
        <source>Previous error</source>
        <translation>이전 오류</translation>
    </message>
    <message>
        <source>Next warning</source>
        <translation>다음 경고</translation>
    </message>
    <message>
        <source>Previous warning</source>
        <translation>이전 경고</translation>
    </message>
    <message>
        <source>Find in the log</source>
        <translation>로그에서 찾기</translation>
    </message>
    <message>
        <source>Next match</source>
        <translation>다음 일치 항목</translation>
    </message>
    <message>
        <source>Previous match</source>
        <translation>이전 일치 항목</translation>
    </message>
    <message>
        <source>Go to a line or time</source>
        <translation>줄 또는 시간으로 이동</translation>
    </message>
    <message>
        <source>Wrap long lines</source>
        <translation>긴 줄 바꿈</translation>
    </message>
    <message>
        <source>Times in UTC</source>
        <translation>UTC로 시간 표시</translation>
    </message>
    <message>
        <source>Show all, %1</source>
        <translation>모두 보기, %1</translation>
    </message>
    <message>
        <source>cut at %1</source>
        <translation>%1에서 잘림</translation>
    </message>
    <message>
        <source>group %1</source>
        <translation>그룹 %1</translation>
    </message>
    <message>
        <source>end of the group</source>
        <translation>그룹 끝</translation>
    </message>
</context>
<context>
    <name>pilothouse::ui::NotificationPopup</name>
    <message>
        <source>Notifications</source>
        <translation>알림</translation>
    </message>
    <message>
        <source>Nothing has happened yet.</source>
        <translation>아직 알림이 없습니다.</translation>
    </message>
</context>
<context>
    <name>pilothouse::ui::PaletteDelegate</name>
    <message>
        <source>Enter</source>
        <translation>Enter</translation>
    </message>
</context>
<context>
    <name>pilothouse::ui::PaletteView</name>
    <message>
        <source>Command palette</source>
        <translation>명령 팔레트</translation>
    </message>
    <message>
        <source>Jump to an object, a tab or an action…</source>
        <translation>개체, 탭 또는 동작으로 이동…</translation>
    </message>
    <message>
        <source>Results</source>
        <translation>결과</translation>
    </message>
    <message>
        <source>Tab: scope</source>
        <translation>Tab: 범위</translation>
    </message>
    <message>
        <source>Searching…</source>
        <translation>검색 중…</translation>
    </message>
    <message>
        <source>Nothing has these letters in this order.</source>
        <translation>이 글자가 이 순서로 들어간 항목이 없습니다.</translation>
    </message>
</context>
<context>
    <name>pilothouse::ui::PanelHeader</name>
    <message>
        <source>Loading</source>
        <translation>불러오는 중</translation>
    </message>
</context>
<context>
    <name>pilothouse::ui::PanelRetry</name>
    <message>
        <source>try %1</source>
        <translation>%1번째 시도</translation>
    </message>
    <message>
        <source>Last known values. %1</source>
        <translation>마지막으로 확인된 값. %1</translation>
    </message>
    <message>
        <source>last good answer</source>
        <translation>마지막 정상 응답</translation>
    </message>
    <message>
        <source>%1 needs its password</source>
        <translation>%1의 비밀번호가 필요합니다</translation>
    </message>
    <message>
        <source>The keychain has none for it. Other services do not wait for this.</source>
        <translation>키체인에 이 서비스의 비밀번호가 없습니다. 다른 서비스는 기다리지 않습니다.</translation>
    </message>
    <message>
        <source>Enter the password…</source>
        <translation>비밀번호 입력…</translation>
    </message>
</context>
<context>
    <name>pilothouse::ui::PlotView</name>
    <message>
        <source>%1 has no values</source>
        <translation>%1: 값 없음</translation>
    </message>
    <message>
        <source>%1 is %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>recorded since %1</source>
        <translation>%1부터 기록됨</translation>
    </message>
</context>
<context>
    <name>pilothouse::ui::ProgressLine</name>
    <message>
        <source>amount not known</source>
        <translation>양을 알 수 없음</translation>
    </message>
</context>
<context>
    <name>pilothouse::ui::SearchField</name>
    <message>
        <source>Clear the filter</source>
        <translation>필터 지우기</translation>
    </message>
</context>
<context>
    <name>pilothouse::ui::StateFrame</name>
    <message>
        <source>Cancel</source>
        <translation>취소</translation>
    </message>
    <message>
        <source>Stale, from %1</source>
        <translation>오래된 값, %1 기준</translation>
    </message>
</context>
<context>
    <name>pilothouse::ui::StatementBox</name>
    <message>
        <source>Statement that will be sent</source>
        <translation>보낼 명령문</translation>
    </message>
</context>
<context>
    <name>pilothouse::ui::Toast</name>
    <message>
        <source>Mute 10 min</source>
        <translation>10분 동안 끄기</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>닫기</translation>
    </message>
</context>
<context>
    <name>pilothouse::ui::ToastStack</name>
    <message numerus="yes">
        <source>%n more</source>
        <translation>
            <numerusform>%n개 더</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>pilothouse::ui::ValueView</name>
    <message>
        <source>View as</source>
        <translation>보기 형식</translation>
    </message>
    <message>
        <source>Part before</source>
        <translation>이전 부분</translation>
    </message>
    <message>
        <source>Next part</source>
        <translation>다음 부분</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>텍스트</translation>
    </message>
    <message>
        <source>Hex</source>
        <translation>16진수</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>값</translation>
    </message>
    <message>
        <source>Value as JSON tree</source>
        <translation>JSON 트리로 본 값</translation>
    </message>
    <message>
        <source>The first %1 of %2</source>
        <translation>%2 중 처음 %1</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <translation>%1~%2</translation>
    </message>
</context>
<context>
    <name>pilothouse::workflow::ActDesk</name>
    <message>
        <source>Not connected</source>
        <translation>연결되지 않음</translation>
    </message>
    <message>
        <source>The values are old</source>
        <translation>오래된 값입니다</translation>
    </message>
    <message>
        <source>Writes are off for this connection</source>
        <translation>이 연결은 쓰기가 꺼져 있습니다</translation>
    </message>
    <message>
        <source>This connection is protected</source>
        <translation>보호된 연결입니다</translation>
    </message>
</context>
<context>
    <name>pilothouse::workflow::AdminPanel</name>
    <message>
        <source>%1 · server</source>
        <translation>%1 · 서버</translation>
    </message>
    <message>
        <source>Server</source>
        <translation>서버</translation>
    </message>
    <message>
        <source>What is shown of the server</source>
        <translation>서버에서 표시할 내용</translation>
    </message>
    <message>
        <source>Parts</source>
        <translation>구성 요소</translation>
    </message>
    <message>
        <source>Pools</source>
        <translation>풀</translation>
    </message>
    <message>
        <source>Variables</source>
        <translation>변수</translation>
    </message>
    <message>
        <source>Connections</source>
        <translation>연결</translation>
    </message>
    <message>
        <source>Assets</source>
        <translation>애셋</translation>
    </message>
    <message>
        <source>Import errors</source>
        <translation>가져오기 오류</translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>필터</translation>
    </message>
    <message>
        <source>Lines of the server</source>
        <translation>서버의 항목</translation>
    </message>
    <message>
        <source>Whole text of the line</source>
        <translation>항목의 전체 텍스트</translation>
    </message>
    <message>
        <source>Ask the server again</source>
        <translation>서버에 다시 묻기</translation>
    </message>
    <message>
        <source>Filter the lines</source>
        <translation>항목 필터</translation>
    </message>
    <message>
        <source>asking %1</source>
        <translation>%1에 묻는 중</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>키</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>값</translation>
    </message>
    <message>
        <source>Description</source>
        <translation>설명</translation>
    </message>
    <message>
        <source>Id</source>
        <translation>식별자</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>유형</translation>
    </message>
    <message>
        <source>Host</source>
        <translation>호스트</translation>
    </message>
    <message>
        <source>Port</source>
        <translation>포트</translation>
    </message>
    <message>
        <source>Schema</source>
        <translation>스키마</translation>
    </message>
    <message>
        <source>User</source>
        <translation>사용자</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>이름</translation>
    </message>
    <message>
        <source>Made by</source>
        <translation>생성</translation>
    </message>
    <message>
        <source>Used by</source>
        <translation>사용</translation>
    </message>
    <message>
        <source>Last event</source>
        <translation>마지막 이벤트</translation>
    </message>
    <message>
        <source>File</source>
        <translation>파일</translation>
    </message>
    <message>
        <source>Error</source>
        <translation>오류</translation>
    </message>
    <message>
        <source>%1 ago</source>
        <translation>%1 전</translation>
    </message>
    <message>
        <source>its clock differs by %1</source>
        <translation>시계가 %1 차이 남</translation>
    </message>
    <message>
        <source>Part</source>
        <translation>구성 요소</translation>
    </message>
    <message>
        <source>State</source>
        <translation>상태</translation>
    </message>
    <message>
        <source>Heartbeat</source>
        <translation>하트비트</translation>
    </message>
    <message>
        <source>Pool</source>
        <translation>풀</translation>
    </message>
    <message>
        <source>Slots</source>
        <translation>슬롯</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>여유</translation>
    </message>
    <message>
        <source>Running</source>
        <translation>실행 중</translation>
    </message>
    <message>
        <source>Queued</source>
        <translation>대기열</translation>
    </message>
    <message>
        <source>Scheduled</source>
        <translation>예약됨</translation>
    </message>
    <message>
        <source>Deferred</source>
        <translation>지연됨</translation>
    </message>
    <message>
        <source>Not allowed</source>
        <translation>허용되지 않음</translation>
    </message>
    <message>
        <source>no limit</source>
        <translation>제한 없음</translation>
    </message>
    <message>
        <source>Set…</source>
        <translation>설정…</translation>
    </message>
    <message>
        <source>Masked: its value is not shown, a new one may be set</source>
        <translation>마스킹됨: 값은 표시되지 않으며 새 값을 설정할 수 있습니다</translation>
    </message>
    <message>
        <source>Last parsed</source>
        <translation>마지막 파싱</translation>
    </message>
    <message>
        <source>Deadlines</source>
        <translation>기한</translation>
    </message>
    <message>
        <source>This server tells no deadlines and no SLA misses.</source>
        <translation>이 서버는 기한도 SLA 미달도 알려 주지 않습니다.</translation>
    </message>
    <message>
        <source>not told</source>
        <translation>알려 주지 않음</translation>
    </message>
    <message>
        <source>Missed</source>
        <translation>초과 시각</translation>
    </message>
    <message>
        <source>Run</source>
        <translation>실행</translation>
    </message>
    <message>
        <source>Task</source>
        <translation>태스크</translation>
    </message>
    <message>
        <source>Deadline</source>
        <translation>기한</translation>
    </message>
    <message>
        <source>none missed</source>
        <translation>초과 없음</translation>
    </message>
</context>
<context>
    <name>pilothouse::workflow::BackfillList</name>
    <message>
        <source>Backfills</source>
        <translation>백필</translation>
    </message>
    <message>
        <source>New…</source>
        <translation>새로 만들기…</translation>
    </message>
    <message>
        <source>Backfills of the DAG</source>
        <translation>이 DAG의 백필</translation>
    </message>
    <message>
        <source>From, to</source>
        <translation>시작, 끝</translation>
    </message>
    <message>
        <source>Runs</source>
        <translation>실행</translation>
    </message>
    <message>
        <source>State</source>
        <translation>상태</translation>
    </message>
    <message>
        <source>Pause…</source>
        <translation>일시 중지…</translation>
    </message>
    <message>
        <source>Cancel backfill…</source>
        <translation>백필 취소…</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>닫기</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%2 중 %1</translation>
    </message>
    <message>
        <source>ended</source>
        <translation>끝남</translation>
    </message>
    <message>
        <source>paused</source>
        <translation>일시 중지됨</translation>
    </message>
    <message>
        <source>running</source>
        <translation>실행 중</translation>
    </message>
    <message>
        <source>Made %1</source>
        <translation>만든 시각 %1</translation>
    </message>
    <message>
        <source>Asking for the backfills</source>
        <translation>백필을 조회하는 중</translation>
    </message>
    <message>
        <source>This DAG has no backfill.</source>
        <translation>이 DAG에는 백필이 없습니다.</translation>
    </message>
    <message>
        <source>Go on…</source>
        <translation>계속…</translation>
    </message>
</context>
<context>
    <name>pilothouse::workflow::BackfillSheet</name>
    <message>
        <source>Backfill</source>
        <translation>백필</translation>
    </message>
    <message>
        <source>Dry run</source>
        <translation>모의 실행</translation>
    </message>
    <message>
        <source>Runs that are there already</source>
        <translation>이미 있는 실행</translation>
    </message>
    <message>
        <source>Leave</source>
        <translation>그대로</translation>
    </message>
    <message>
        <source>Failed again</source>
        <translation>실패한 것만 다시</translation>
    </message>
    <message>
        <source>All again</source>
        <translation>모두 다시</translation>
    </message>
    <message>
        <source>Existing</source>
        <translation>기존 실행</translation>
    </message>
    <message>
        <source>Runs at once</source>
        <translation>동시 실행 수</translation>
    </message>
    <message>
        <source>Newest first</source>
        <translation>최신순</translation>
    </message>
    <message>
        <source>Dates that would run</source>
        <translation>실행될 날짜</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>취소</translation>
    </message>
    <message>
        <source>The end comes before the begin</source>
        <translation>끝이 시작보다 앞섭니다</translation>
    </message>
    <message>
        <source>Asking the server which dates these are</source>
        <translation>어떤 날짜인지 서버에 묻는 중</translation>
    </message>
    <message>
        <source>No date of the schedule lies there</source>
        <translation>이 범위에 예약된 날짜가 없습니다</translation>
    </message>
    <message numerus="yes">
        <source>%n runs would be made</source>
        <translation>
            <numerusform>실행 %n개가 만들어집니다</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Backfill %n runs…</source>
        <translation>
            <numerusform>실행 %n개 백필…</numerusform>
        </translation>
    </message>
    <message>
        <source>From</source>
        <translation>시작</translation>
    </message>
    <message>
        <source>To</source>
        <translation>끝</translation>
    </message>
    <message>
        <source>From, %1</source>
        <translation>시작, %1</translation>
    </message>
    <message>
        <source>To, %1</source>
        <translation>끝, %1</translation>
    </message>
    <message>
        <source>The DAG is paused: its runs wait until it runs again</source>
        <translation>DAG가 일시 중지됨: 다시 실행될 때까지 실행이 대기합니다</translation>
    </message>
</context>
<context>
    <name>pilothouse::workflow::CalendarView</name>
    <message>
        <source>Runs by day</source>
        <translation>일별 실행</translation>
    </message>
    <message>
        <source>%1: no run</source>
        <translation>%1: 실행 없음</translation>
    </message>
</context>
<context>
    <name>pilothouse::workflow::ClearSheet</name>
    <message>
        <source>Clear</source>
        <translation>초기화</translation>
    </message>
    <message>
        <source>Dry run</source>
        <translation>모의 실행</translation>
    </message>
    <message>
        <source>From</source>
        <translation>시작점</translation>
    </message>
    <message>
        <source>Also</source>
        <translation>추가 포함</translation>
    </message>
    <message>
        <source>Downstream</source>
        <translation>다운스트림</translation>
    </message>
    <message>
        <source>Upstream</source>
        <translation>업스트림</translation>
    </message>
    <message>
        <source>Past runs</source>
        <translation>과거 실행</translation>
    </message>
    <message>
        <source>Future runs</source>
        <translation>이후 실행</translation>
    </message>
    <message>
        <source>Only failed</source>
        <translation>실패만</translation>
    </message>
    <message>
        <source>Only running</source>
        <translation>실행 중만</translation>
    </message>
    <message>
        <source>Run with</source>
        <translation>사용 코드</translation>
    </message>
    <message>
        <source>Code the tasks run with</source>
        <translation>태스크가 사용할 코드</translation>
    </message>
    <message>
        <source>Code as of run</source>
        <translation>실행 당시 코드</translation>
    </message>
    <message>
        <source>Latest</source>
        <translation>최신</translation>
    </message>
    <message>
        <source>Tasks that would be cleared, by run</source>
        <translation>초기화될 태스크, 실행별</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>취소</translation>
    </message>
    <message>
        <source>Asking the server what this would touch</source>
        <translation>영향 범위를 서버에 묻는 중</translation>
    </message>
    <message>
        <source>Nothing would be cleared</source>
        <translation>초기화될 것이 없습니다</translation>
    </message>
    <message numerus="yes">
        <source>%n runs go back to queued</source>
        <translation>
            <numerusform>실행 %n개가 queued로 돌아갑니다</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1, %n may start now</source>
        <translation>
            <numerusform>%1, %n개가 지금 시작 가능</numerusform>
        </translation>
    </message>
    <message>
        <source>(worked out here: the server has no dry run for it)</source>
        <translation>(여기서 계산함: 서버에 모의 실행이 없음)</translation>
    </message>
    <message numerus="yes">
        <source>Clear %n tasks…</source>
        <translation>
            <numerusform>태스크 %n개 초기화…</numerusform>
        </translation>
    </message>
    <message>
        <source>audit logged</source>
        <translation>감사 로그에 기록됨</translation>
    </message>
    <message>
        <source>the whole run %1</source>
        <translation>전체 실행 %1</translation>
    </message>
    <message>
        <source>%1 in run %2</source>
        <translation>실행 %2의 %1</translation>
    </message>
    <message numerus="yes">
        <source>the %n tasks of the group %1 in run %2</source>
        <translation>
            <numerusform>실행 %2에서 그룹 %1의 태스크 %n개</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>pilothouse::workflow::CodeDiffView</name>
    <message>
        <source>Code of both runs</source>
        <translation>두 실행의 코드</translation>
    </message>
</context>
<context>
    <name>pilothouse::workflow::DagModel</name>
    <message>
        <source>paused</source>
        <translation>일시 중지됨</translation>
    </message>
    <message>
        <source>its file has an error</source>
        <translation>파일에 오류가 있음</translation>
    </message>
    <message>
        <source>last run %1</source>
        <translation>마지막 실행 %1</translation>
    </message>
    <message>
        <source>Tags: %1</source>
        <translation>태그: %1</translation>
    </message>
    <message>
        <source>Owner: %1</source>
        <translation>소유자: %1</translation>
    </message>
    <message>
        <source>Next run: %1</source>
        <translation>다음 실행: %1</translation>
    </message>
    <message>
        <source>next %1</source>
        <translation>다음 %1</translation>
    </message>
</context>
<context>
    <name>pilothouse::workflow::DagPane</name>
    <message>
        <source>DAGs</source>
        <translation>DAG 목록</translation>
    </message>
    <message>
        <source>Order of the list</source>
        <translation>목록 정렬</translation>
    </message>
    <message>
        <source>By name</source>
        <translation>이름순</translation>
    </message>
    <message>
        <source>Needing attention first</source>
        <translation>주의 필요 우선</translation>
    </message>
    <message>
        <source>By next run</source>
        <translation>다음 실행순</translation>
    </message>
    <message>
        <source>Slots of the pool in use</source>
        <translation>사용 중인 풀 슬롯</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%2 중 %1</translation>
    </message>
    <message>
        <source>, list cut</source>
        <translation>, 목록 잘림</translation>
    </message>
    <message numerus="yes">
        <source>%1, %n need attention</source>
        <translation>
            <numerusform>%1, %n개 주의 필요</numerusform>
        </translation>
    </message>
    <message>
        <source>Pools may not be read</source>
        <translation>풀을 읽을 권한 없음</translation>
    </message>
    <message>
        <source>Pool %1</source>
        <translation>풀 %1</translation>
    </message>
    <message>
        <source>no limit</source>
        <translation>제한 없음</translation>
    </message>
    <message>
        <source>%1: %2 running, %3 queued, %4 of %5 slots open</source>
        <translation>%1: %2 실행 중, %3 대기열, 슬롯 %5 중 %4 여유</translation>
    </message>
    <message>
        <source>Filter: name, tag, is:failed</source>
        <translation>필터: 이름, 태그, is:failed</translation>
    </message>
    <message>
        <source>Words are looked for in name, tags and owners.
tag:gold  owner:data  is:paused  is:failed  is:running</source>
        <translation>단어는 이름, 태그, 소유자에서 찾습니다.
tag:gold  owner:data  is:paused  is:failed  is:running</translation>
    </message>
    <message>
        <source>Show all DAGs</source>
        <translation>모든 DAG 표시</translation>
    </message>
    <message numerus="yes">
        <source>%n files cannot be imported</source>
        <translation>
            <numerusform>파일 %n개를 가져올 수 없습니다</numerusform>
        </translation>
    </message>
    <message>
        <source>No DAG matches “%1”</source>
        <translation>“%1”에 맞는 DAG가 없습니다</translation>
    </message>
    <message>
        <source>read at %1</source>
        <translation>%1에 읽음</translation>
    </message>
</context>
<context>
    <name>pilothouse::workflow::DiffPane</name>
    <message>
        <source>Run time</source>
        <translation>실행 시간</translation>
    </message>
    <message>
        <source>Task time</source>
        <translation>태스크 시간</translation>
    </message>
    <message>
        <source>Started</source>
        <translation>시작</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>코드</translation>
    </message>
    <message>
        <source>against</source>
        <translation>대비</translation>
    </message>
    <message>
        <source>Tasks shown</source>
        <translation>표시할 태스크</translation>
    </message>
    <message>
        <source>All</source>
        <translation>전체</translation>
    </message>
    <message>
        <source>Changed</source>
        <translation>변경됨</translation>
    </message>
    <message>
        <source>Compare again</source>
        <translation>다시 비교</translation>
    </message>
    <message>
        <source>Tasks of both runs</source>
        <translation>두 실행의 태스크</translation>
    </message>
    <message>
        <source>Task</source>
        <translation>태스크</translation>
    </message>
    <message>
        <source>State</source>
        <translation>상태</translation>
    </message>
    <message>
        <source>Duration</source>
        <translation>소요 시간</translation>
    </message>
    <message>
        <source>Difference</source>
        <translation>차이</translation>
    </message>
    <message>
        <source>Params and config</source>
        <translation>매개변수와 설정</translation>
    </message>
    <message>
        <source>Code as of each run</source>
        <translation>각 실행 당시 코드</translation>
    </message>
    <message>
        <source>Copy as Markdown</source>
        <translation>Markdown으로 복사</translation>
    </message>
    <message>
        <source>This server keeps no code by version</source>
        <translation>이 서버는 버전별 코드를 보관하지 않습니다</translation>
    </message>
    <message>
        <source>Both ran with v%1</source>
        <translation>둘 다 v%1로 실행됨</translation>
    </message>
    <message>
        <source>The file is the same in both versions</source>
        <translation>두 버전의 파일이 같습니다</translation>
    </message>
    <message>
        <source>Changed %1</source>
        <translation>변경 %1</translation>
    </message>
    <message>
        <source>%1 late</source>
        <translation>%1 늦음</translation>
    </message>
    <message>
        <source>%1: %2 then %3, %4 then %5</source>
        <translation>%1: %2 다음 %3, %4 다음 %5</translation>
    </message>
    <message>
        <source>Duration, to %1</source>
        <translation>소요 시간, 최대 %1</translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n states or durations changed</source>
        <translation>
            <numerusform>상태 또는 시간 %n개 중 %1개 변경</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 changed, %2 equal</source>
        <translation>변경 %1, 동일 %2</translation>
    </message>
    <message numerus="yes">
        <source>%n expected by date, hidden</source>
        <translation>
            <numerusform>날짜에 따른 %n개 숨김</numerusform>
        </translation>
    </message>
    <message>
        <source>run</source>
        <translation>실행</translation>
    </message>
    <message>
        <source>Comparison copied</source>
        <translation>비교를 복사함</translation>
    </message>
    <message>
        <source>As Markdown, in the clipboard</source>
        <translation>Markdown으로 클립보드에</translation>
    </message>
</context>
<context>
    <name>pilothouse::workflow::GanttView</name>
    <message>
        <source>Gantt of the run</source>
        <translation>실행의 간트 차트</translation>
    </message>
    <message>
        <source>try %1 %2, %3</source>
        <translation>시도 %1 %2, %3</translation>
    </message>
    <message>
        <source>%1, run %2: %3</source>
        <translation>%1, 실행 %2: %3</translation>
    </message>
    <message>
        <source>No run chosen</source>
        <translation>선택한 실행 없음</translation>
    </message>
    <message>
        <source>Nothing of this run has started</source>
        <translation>이 실행에서 시작된 것이 없습니다</translation>
    </message>
    <message>
        <source>[%1] try %2</source>
        <translation>[%1] 시도 %2</translation>
    </message>
    <message>
        <source>try %1</source>
        <translation>시도 %1</translation>
    </message>
    <message>
        <source>%1: %2, waited %3, ran %4</source>
        <translation>%1: %2, 대기 %3, 실행 %4</translation>
    </message>
</context>
<context>
    <name>pilothouse::workflow::GraphPane</name>
    <message>
        <source>Tasks of the run</source>
        <translation>실행의 태스크</translation>
    </message>
    <message>
        <source>Map across DAGs</source>
        <translation>DAG 간 지도</translation>
    </message>
    <message>
        <source>Critical path</source>
        <translation>임계 경로</translation>
    </message>
    <message>
        <source>Smaller</source>
        <translation>작게</translation>
    </message>
    <message>
        <source>Original size</source>
        <translation>원래 크기</translation>
    </message>
    <message>
        <source>Larger</source>
        <translation>크게</translation>
    </message>
    <message>
        <source>Fit the graph</source>
        <translation>그래프에 맞추기</translation>
    </message>
    <message>
        <source>No run chosen</source>
        <translation>선택한 실행 없음</translation>
    </message>
    <message>
        <source>Run %1</source>
        <translation>실행 %1</translation>
    </message>
    <message>
        <source>%1 of %2 done</source>
        <translation>%2 중 %1 완료</translation>
    </message>
    <message>
        <source>deadline missed</source>
        <translation>기한 초과</translation>
    </message>
    <message>
        <source>The graph of %1 has not come. It is asked for again by itself.</source>
        <translation>%1의 그래프가 오지 않았습니다. 자동으로 다시 요청합니다.</translation>
    </message>
    <message>
        <source>reading the graph of %1</source>
        <translation>%1의 그래프 읽는 중</translation>
    </message>
    <message>
        <source>Graph: find a node</source>
        <translation>그래프: 노드 찾기</translation>
    </message>
    <message>
        <source>Graph: the next node</source>
        <translation>그래프: 다음 노드</translation>
    </message>
    <message>
        <source>Graph: along an edge</source>
        <translation>그래프: 연결선을 따라 이동</translation>
    </message>
    <message>
        <source>Graph: the next edge of the node</source>
        <translation>그래프: 노드의 다음 연결선</translation>
    </message>
    <message>
        <source>Graph: open or close the group</source>
        <translation>그래프: 그룹 열기 또는 닫기</translation>
    </message>
    <message>
        <source>Graph: all of it</source>
        <translation>그래프: 전체 보기</translation>
    </message>
    <message>
        <source>Graph: only what is next to the node</source>
        <translation>그래프: 노드에 이웃한 것만</translation>
    </message>
    <message>
        <source>Graph: only what is two steps away</source>
        <translation>그래프: 두 단계 안에 있는 것만</translation>
    </message>
    <message>
        <source>Graph: every node again</source>
        <translation>그래프: 모든 노드 다시 보기</translation>
    </message>
    <message>
        <source>Graph: pin the node, or let it go</source>
        <translation>그래프: 노드 고정 또는 해제</translation>
    </message>
    <message>
        <source>Graph: save as SVG…</source>
        <translation>그래프: SVG로 저장…</translation>
    </message>
    <message>
        <source>Graph: save as PNG…</source>
        <translation>그래프: PNG로 저장…</translation>
    </message>
    <message>
        <source>Close the group</source>
        <translation>그룹 닫기</translation>
    </message>
    <message>
        <source>Open the group</source>
        <translation>그룹 열기</translation>
    </message>
    <message>
        <source>Why is this task not running?</source>
        <translation>이 태스크는 왜 실행되지 않나요?</translation>
    </message>
    <message>
        <source>Only what is next to it</source>
        <translation>이웃한 것만</translation>
    </message>
    <message>
        <source>Only what is two steps away</source>
        <translation>두 단계 안에 있는 것만</translation>
    </message>
    <message>
        <source>Let it go</source>
        <translation>고정 해제</translation>
    </message>
    <message>
        <source>Pin it here</source>
        <translation>여기에 고정</translation>
    </message>
    <message>
        <source>Every node again</source>
        <translation>모든 노드 다시 보기</translation>
    </message>
    <message>
        <source>Let all pins go</source>
        <translation>모든 고정 해제</translation>
    </message>
    <message>
        <source>Find a node</source>
        <translation>노드 찾기</translation>
    </message>
    <message>
        <source>Save as SVG…</source>
        <translation>SVG로 저장…</translation>
    </message>
    <message>
        <source>Save as PNG…</source>
        <translation>PNG로 저장…</translation>
    </message>
    <message>
        <source>Save the graph</source>
        <translation>그래프 저장</translation>
    </message>
    <message>
        <source>states known at %1</source>
        <translation>%1에 알려진 상태</translation>
    </message>
    <message>
        <source>Graph: let all pins go</source>
        <translation>그래프: 모든 고정 해제</translation>
    </message>
    <message>
        <source>export, picture, image, file</source>
        <translation>내보내기, 그림, 이미지, 파일</translation>
    </message>
</context>
<context>
    <name>pilothouse::workflow::GroupCard</name>
    <message>
        <source>The group as a whole</source>
        <translation>그룹 전체</translation>
    </message>
    <message>
        <source>State</source>
        <translation>상태</translation>
    </message>
    <message>
        <source>Tasks</source>
        <translation>태스크</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>시작</translation>
    </message>
    <message>
        <source>End</source>
        <translation>끝</translation>
    </message>
    <message>
        <source>Ran for</source>
        <translation>실행 시간</translation>
    </message>
    <message>
        <source>Failed tasks</source>
        <translation>실패한 태스크</translation>
    </message>
    <message>
        <source>the run is not picked up yet</source>
        <translation>스케줄러가 아직 이 실행을 맡지 않았습니다</translation>
    </message>
    <message>
        <source>not over</source>
        <translation>끝나지 않음</translation>
    </message>
    <message numerus="yes">
        <source>%n more</source>
        <translation>
            <numerusform>%n개 더</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n instances</source>
        <translation>
            <numerusform>인스턴스 %n개</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>pilothouse::workflow::LogPane</name>
    <message>
        <source>reading the log</source>
        <translation>로그를 읽는 중</translation>
    </message>
    <message>
        <source>Save the log</source>
        <translation>로그 저장</translation>
    </message>
    <message>
        <source>%1 lines</source>
        <translation>%1줄</translation>
    </message>
    <message>
        <source>worker %1</source>
        <translation>워커 %1</translation>
    </message>
    <message>
        <source>live</source>
        <translation>실시간</translation>
    </message>
    <message>
        <source>%1/s, %2 lines/s, %3 so far</source>
        <translation>%1/s, 초당 %2줄, 지금까지 %3</translation>
    </message>
    <message>
        <source>Older tries</source>
        <translation>이전 시도</translation>
    </message>
    <message>
        <source>Search the logs of all tasks</source>
        <translation>모든 태스크의 로그 검색</translation>
    </message>
    <message>
        <source>Save the log to a file</source>
        <translation>로그를 파일로 저장</translation>
    </message>
    <message>
        <source>Try %1</source>
        <translation>시도 %1</translation>
    </message>
    <message>
        <source>Log</source>
        <translation>로그</translation>
    </message>
    <message>
        <source>Tries</source>
        <translation>시도</translation>
    </message>
    <message>
        <source>No task is chosen</source>
        <translation>선택한 태스크가 없습니다</translation>
    </message>
    <message>
        <source>Choose a task in the grid or in the graph to read its log.</source>
        <translation>로그를 읽으려면 그리드나 그래프에서 태스크를 고르세요.</translation>
    </message>
    <message>
        <source>%1 has not started</source>
        <translation>%1이(가) 아직 시작되지 않았습니다</translation>
    </message>
    <message>
        <source>Its log is here as soon as a worker has it.</source>
        <translation>워커가 맡으면 로그가 여기에 나타납니다.</translation>
    </message>
    <message>
        <source>Try %1 has no log</source>
        <translation>시도 %1에는 로그가 없습니다</translation>
    </message>
    <message>
        <source>The task is %1. Its log is here as soon as a worker writes it.</source>
        <translation>태스크 상태는 %1입니다. 워커가 기록하면 로그가 여기에 나타납니다.</translation>
    </message>
    <message>
        <source>Nothing was written, or the server no longer keeps it.</source>
        <translation>기록된 것이 없거나 서버가 더는 보관하지 않습니다.</translation>
    </message>
    <message>
        <source>Ask again</source>
        <translation>다시 요청</translation>
    </message>
    <message>
        <source>%1 did not run</source>
        <translation>%1이(가) 실행되지 않았습니다</translation>
    </message>
    <message>
        <source>It ended as %1 without a try, so there is no log.</source>
        <translation>시도 없이 %1(으)로 끝나 로그가 없습니다.</translation>
    </message>
    <message>
        <source>no answer since %1</source>
        <translation>%1부터 응답 없음</translation>
    </message>
</context>
<context>
    <name>pilothouse::workflow::MappedList</name>
    <message>
        <source>try %1</source>
        <translation>시도 %1</translation>
    </message>
    <message>
        <source>%1, %2, %3, try %4</source>
        <translation>%1, %2, %3, 시도 %4</translation>
    </message>
    <message>
        <source>Filter by index, name or state</source>
        <translation>인덱스, 이름, 상태로 필터</translation>
    </message>
    <message>
        <source>Mapped instances</source>
        <translation>매핑된 인스턴스</translation>
    </message>
    <message>
        <source>Reading its instances</source>
        <translation>인스턴스를 읽는 중</translation>
    </message>
    <message>
        <source>Not expanded yet</source>
        <translation>아직 확장되지 않음</translation>
    </message>
</context>
<context>
    <name>pilothouse::workflow::NoteSheet</name>
    <message>
        <source>Note</source>
        <translation>메모</translation>
    </message>
    <message>
        <source>Text of the note</source>
        <translation>메모 내용</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>취소</translation>
    </message>
    <message>
        <source>Set note…</source>
        <translation>메모 설정…</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%2 중 %1</translation>
    </message>
</context>
<context>
    <name>pilothouse::workflow::Overflow</name>
    <message>
        <source>More</source>
        <translation>더 보기</translation>
    </message>
</context>
<context>
    <name>pilothouse::workflow::PaneBar</name>
    <message>
        <source>What is shown above</source>
        <translation>위쪽에 표시할 내용</translation>
    </message>
    <message>
        <source>What is shown below</source>
        <translation>아래쪽에 표시할 내용</translation>
    </message>
    <message>
        <source>What is shown</source>
        <translation>표시할 내용</translation>
    </message>
    <message>
        <source>What is shown beside the comparison</source>
        <translation>비교 옆에 표시할 내용</translation>
    </message>
    <message>
        <source>DAGs</source>
        <translation>DAG 목록</translation>
    </message>
    <message>
        <source>Runs</source>
        <translation>실행</translation>
    </message>
    <message>
        <source>Graph</source>
        <translation>그래프</translation>
    </message>
    <message>
        <source>Comparison</source>
        <translation>비교</translation>
    </message>
    <message>
        <source>Log</source>
        <translation>로그</translation>
    </message>
    <message>
        <source>Task</source>
        <translation>태스크</translation>
    </message>
</context>
<context>
    <name>pilothouse::workflow::ReaderDialog</name>
    <message>
        <source>Copy</source>
        <translation>복사</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>닫기</translation>
    </message>
</context>
<context>
    <name>pilothouse::workflow::RunFeed</name>
    <message>
        <source>%1 is not on this server any more</source>
        <translation>%1이(가) 이 서버에 더 이상 없습니다</translation>
    </message>
    <message>
        <source>%1 is not in its file any more: nothing of it starts</source>
        <translation>%1이(가) 파일에 더 이상 없습니다: 아무것도 시작되지 않습니다</translation>
    </message>
</context>
<context>
    <name>pilothouse::workflow::RunGrid</name>
    <message>
        <source>Runs and tasks</source>
        <translation>실행과 태스크</translation>
    </message>
    <message>
        <source>run %1, %2, %3</source>
        <translation>실행 %1, %2, %3</translation>
    </message>
    <message>
        <source>%1, run %2, %3</source>
        <translation>%1, 실행 %2, %3</translation>
    </message>
    <message>
        <source>%1, run %2, not read yet</source>
        <translation>%1, 실행 %2, 아직 읽지 않음</translation>
    </message>
    <message>
        <source>Run %1</source>
        <translation>실행 %1</translation>
    </message>
    <message>
        <source>not read yet</source>
        <translation>아직 읽지 않음</translation>
    </message>
    <message>
        <source>Try %1</source>
        <translation>시도 %1</translation>
    </message>
    <message>
        <source>Code v%1</source>
        <translation>코드 v%1</translation>
    </message>
    <message>
        <source>Started %1</source>
        <translation>시작 %1</translation>
    </message>
    <message>
        <source>Ended %1</source>
        <translation>종료 %1</translation>
    </message>
    <message>
        <source>Duration %1</source>
        <translation>소요 시간 %1</translation>
    </message>
    <message>
        <source>UTC %1</source>
        <translation>UTC 시각 %1</translation>
    </message>
    <message>
        <source>run</source>
        <translation>실행</translation>
    </message>
    <message>
        <source>code version</source>
        <translation>코드 버전</translation>
    </message>
    <message>
        <source>deadline missed</source>
        <translation>기한 초과</translation>
    </message>
    <message>
        <source>Deadline missed, %1</source>
        <translation>기한 초과, %1</translation>
    </message>
    <message>
        <source>Deadline %1</source>
        <translation>기한 %1</translation>
    </message>
    <message>
        <source>Note: %1</source>
        <translation>메모: %1</translation>
    </message>
</context>
<context>
    <name>pilothouse::workflow::RunSearchDelegate</name>
    <message numerus="yes">
        <source>Try %1, %2, %n hit(s)</source>
        <translation>
            <numerusform>시도 %1, %2, 결과 %n개</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>pilothouse::workflow::RunSearchModel</name>
    <message>
        <source>line %1, %2</source>
        <translation>%1번째 줄, %2</translation>
    </message>
    <message numerus="yes">
        <source>%1, try %2, %3, %n hit(s)</source>
        <translation>
            <numerusform>%1, 시도 %2, %3, 결과 %n개</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>pilothouse::workflow::RunSearchPane</name>
    <message>
        <source>Search all logs</source>
        <translation>모든 로그 검색</translation>
    </message>
    <message>
        <source>Find in all logs of the run</source>
        <translation>이 실행의 모든 로그에서 찾기</translation>
    </message>
    <message>
        <source>Match case</source>
        <translation>대소문자 구분</translation>
    </message>
    <message>
        <source>Regular expression</source>
        <translation>정규식</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>중지</translation>
    </message>
    <message>
        <source>Stop the search (Esc)</source>
        <translation>검색 중지 (Esc)</translation>
    </message>
    <message>
        <source>Close the search</source>
        <translation>검색 닫기</translation>
    </message>
    <message>
        <source>Hits by task and try</source>
        <translation>태스크와 시도별 결과</translation>
    </message>
    <message>
        <source>Lines around the hit</source>
        <translation>결과 앞뒤의 줄</translation>
    </message>
    <message>
        <source>Not a pattern: %1</source>
        <translation>잘못된 패턴: %1</translation>
    </message>
    <message>
        <source>%1 hits, %2 of %3 searched, %4</source>
        <translation>결과 %1개, %3개 중 %2개 검색, %4</translation>
    </message>
    <message>
        <source>The first %1 are listed.</source>
        <translation>처음 %1개를 표시합니다.</translation>
    </message>
    <message>
        <source>%1 could not be read.</source>
        <translation>%1개를 읽을 수 없습니다.</translation>
    </message>
    <message>
        <source>Reading the tasks of the run</source>
        <translation>실행의 태스크를 읽는 중</translation>
    </message>
    <message>
        <source>Enter searches all logs of the run</source>
        <translation>Enter를 누르면 이 실행의 모든 로그를 검색합니다</translation>
    </message>
    <message numerus="yes">
        <source>%n without a log</source>
        <translation>
            <numerusform>로그 없음 %n개</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>pilothouse::workflow::RunsPane</name>
    <message>
        <source>View of the runs</source>
        <translation>실행 보기</translation>
    </message>
    <message>
        <source>Grid</source>
        <translation>그리드</translation>
    </message>
    <message>
        <source>Gantt</source>
        <translation>간트</translation>
    </message>
    <message>
        <source>Calendar</source>
        <translation>달력</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>비교</translation>
    </message>
    <message>
        <source>Trigger a run</source>
        <translation>실행 트리거</translation>
    </message>
    <message>
        <source>Pause the DAG</source>
        <translation>DAG 일시 중지</translation>
    </message>
    <message>
        <source>Find a task</source>
        <translation>태스크 찾기</translation>
    </message>
    <message>
        <source>No DAG chosen</source>
        <translation>선택한 DAG 없음</translation>
    </message>
    <message>
        <source>Let the DAG run again</source>
        <translation>DAG 다시 실행</translation>
    </message>
    <message>
        <source>paused</source>
        <translation>일시 중지됨</translation>
    </message>
    <message>
        <source>%1 of %2 runs</source>
        <translation>실행 %2 중 %1</translation>
    </message>
    <message numerus="yes">
        <source>%n runs</source>
        <translation>
            <numerusform>실행 %n개</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1, %n active</source>
        <translation>
            <numerusform>%1, %n개 활성</numerusform>
        </translation>
    </message>
    <message>
        <source>, groups guessed from names</source>
        <translation>, 그룹은 이름에서 추정</translation>
    </message>
    <message>
        <source>%1 has not run yet</source>
        <translation>%1은(는) 아직 실행되지 않았습니다</translation>
    </message>
    <message>
        <source>The server knows no run of this DAG. Its schedule starts one, or you do.</source>
        <translation>서버에 이 DAG의 실행이 없습니다. 일정에 따라 시작되거나 직접 시작할 수 있습니다.</translation>
    </message>
    <message>
        <source>The runs of %1 have not come. They are asked for again by themselves.</source>
        <translation>%1의 실행이 오지 않았습니다. 자동으로 다시 요청합니다.</translation>
    </message>
    <message>
        <source>reading the runs of %1</source>
        <translation>%1의 실행 읽는 중</translation>
    </message>
    <message>
        <source>%1 is not on this server any more</source>
        <translation>%1이(가) 이 서버에 더 이상 없습니다</translation>
    </message>
    <message>
        <source>It was deleted, or this user may not see it.</source>
        <translation>삭제되었거나 이 사용자가 볼 수 없습니다.</translation>
    </message>
    <message>
        <source>%1 is not on this server any more. What stands here was known last.</source>
        <translation>%1이(가) 이 서버에 더 이상 없습니다. 여기 있는 것은 마지막으로 알려진 내용입니다.</translation>
    </message>
    <message>
        <source>%1 is not in its file any more: no run of it starts.</source>
        <translation>%1이(가) 파일에 더 이상 없습니다: 실행이 시작되지 않습니다.</translation>
    </message>
    <message>
        <source>%1 has not run</source>
        <translation>%1은(는) 실행된 적이 없습니다</translation>
    </message>
    <message>
        <source>It is not in its file any more: no run of it starts.</source>
        <translation>파일에 더 이상 없습니다: 실행이 시작되지 않습니다.</translation>
    </message>
    <message>
        <source>as of %1</source>
        <translation>%1 기준</translation>
    </message>
    <message>
        <source>Nothing newer than %1 is known</source>
        <translation>%1 이후의 상태는 알 수 없습니다</translation>
    </message>
</context>
<context>
    <name>pilothouse::workflow::StateLegend</name>
    <message>
        <source>Fold the legend</source>
        <translation>범례 접기</translation>
    </message>
    <message>
        <source>Task states</source>
        <translation>태스크 상태</translation>
    </message>
    <message>
        <source>Open the legend</source>
        <translation>범례 펼치기</translation>
    </message>
    <message>
        <source>the server&apos;s own words</source>
        <translation>서버의 원래 단어</translation>
    </message>
</context>
<context>
    <name>pilothouse::workflow::TaskCard</name>
    <message>
        <source>No task chosen</source>
        <translation>선택한 태스크 없음</translation>
    </message>
    <message>
        <source>Task</source>
        <translation>태스크</translation>
    </message>
    <message>
        <source>Facts of the task</source>
        <translation>태스크 정보</translation>
    </message>
    <message>
        <source>State</source>
        <translation>상태</translation>
    </message>
    <message>
        <source>Try</source>
        <translation>시도</translation>
    </message>
    <message>
        <source>Queued for</source>
        <translation>대기 시간</translation>
    </message>
    <message>
        <source>Ran for</source>
        <translation>실행 시간</translation>
    </message>
    <message>
        <source>Operator</source>
        <translation>오퍼레이터</translation>
    </message>
    <message>
        <source>Owner</source>
        <translation>소유자</translation>
    </message>
    <message>
        <source>Pool slot</source>
        <translation>풀 슬롯</translation>
    </message>
    <message>
        <source>Host</source>
        <translation>호스트</translation>
    </message>
    <message>
        <source>Next try</source>
        <translation>다음 시도</translation>
    </message>
    <message>
        <source>Usual duration</source>
        <translation>보통 소요 시간</translation>
    </message>
    <message>
        <source>Durations of past runs</source>
        <translation>과거 실행의 소요 시간</translation>
    </message>
    <message>
        <source>Duration</source>
        <translation>소요 시간</translation>
    </message>
    <message>
        <source>XCom keys</source>
        <translation>XCom 키</translation>
    </message>
    <message>
        <source>XCom value</source>
        <translation>XCom 값</translation>
    </message>
    <message>
        <source>Rendered fields</source>
        <translation>렌더링된 필드</translation>
    </message>
    <message>
        <source>Retry now…</source>
        <translation>지금 재시도…</translation>
    </message>
    <message>
        <source>Mark as</source>
        <translation>…(으)로 표시</translation>
    </message>
    <message>
        <source>%1 has no instance in this run</source>
        <translation>이 실행에 %1의 인스턴스가 없습니다</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%2 중 %1</translation>
    </message>
    <message>
        <source>from %1, in %2</source>
        <translation>%1부터, %2 후</translation>
    </message>
    <message>
        <source>due since %1</source>
        <translation>%1부터 시각이 지남</translation>
    </message>
    <message>
        <source>too few runs to say</source>
        <translation>판단하기에 실행이 너무 적음</translation>
    </message>
    <message>
        <source>%1, now %2</source>
        <translation>%1, 현재 %2</translation>
    </message>
    <message numerus="yes">
        <source>XCom, %n values</source>
        <translation>
            <numerusform>XCom, 값 %n개</numerusform>
        </translation>
    </message>
    <message>
        <source>All instances</source>
        <translation>모든 인스턴스</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>메모</translation>
    </message>
    <message>
        <source>Note of the task…</source>
        <translation>태스크 메모…</translation>
    </message>
    <message numerus="yes">
        <source>%n instances</source>
        <translation>
            <numerusform>인스턴스 %n개</numerusform>
        </translation>
    </message>
    <message>
        <source>the scheduler is silent: nobody looks after it</source>
        <translation>스케줄러가 응답이 없습니다: 아무도 돌보지 않습니다</translation>
    </message>
    <message>
        <source>The tasks of a group are marked one by one</source>
        <translation>그룹의 태스크는 하나씩 표시합니다</translation>
    </message>
    <message numerus="yes">
        <source>group of %n tasks</source>
        <translation>
            <numerusform>태스크 %n개의 그룹</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>pilothouse::workflow::TriggerSheet</name>
    <message>
        <source>Trigger a run</source>
        <translation>실행 트리거</translation>
    </message>
    <message>
        <source>Parameters of the run</source>
        <translation>실행 매개변수</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>취소</translation>
    </message>
    <message>
        <source>Trigger…</source>
        <translation>트리거…</translation>
    </message>
    <message>
        <source>This DAG has no parameters.</source>
        <translation>이 DAG에는 매개변수가 없습니다.</translation>
    </message>
    <message>
        <source>The run</source>
        <translation>실행</translation>
    </message>
    <message>
        <source>none: the server decides</source>
        <translation>없음: 서버가 결정</translation>
    </message>
    <message>
        <source>Not a time like %1</source>
        <translation>%1 형식의 시각이 아닙니다</translation>
    </message>
    <message>
        <source>Run id</source>
        <translation>실행 ID</translation>
    </message>
    <message>
        <source>none: the server names it</source>
        <translation>없음: 서버가 이름 지정</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>메모</translation>
    </message>
    <message numerus="yes">
        <source>%n fields to correct</source>
        <translation>
            <numerusform>수정할 필드 %n개</numerusform>
        </translation>
    </message>
    <message>
        <source>Start over</source>
        <translation>처음부터</translation>
    </message>
    <message>
        <source>Values as you left them</source>
        <translation>마지막으로 입력한 값입니다</translation>
    </message>
    <message>
        <source>The parameters are being read…</source>
        <translation>매개변수를 읽는 중…</translation>
    </message>
    <message>
        <source>Logical date, %1</source>
        <translation>논리 날짜, %1</translation>
    </message>
</context>
<context>
    <name>pilothouse::workflow::WhyBox</name>
    <message>
        <source>All checks</source>
        <translation>모든 확인 항목</translation>
    </message>
    <message>
        <source>now</source>
        <translation>지금</translation>
    </message>
    <message>
        <source>next</source>
        <translation>다음</translation>
    </message>
    <message numerus="yes">
        <source>%n more</source>
        <translation>
            <numerusform>%n개 더</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>pilothouse::workflow::WhyDelegate</name>
    <message>
        <source>now</source>
        <translation>지금</translation>
    </message>
    <message>
        <source>next</source>
        <translation>다음</translation>
    </message>
</context>
<context>
    <name>pilothouse::workflow::WhyPane</name>
    <message>
        <source>Why is this task not running?</source>
        <translation>이 태스크는 왜 실행되지 않나요?</translation>
    </message>
    <message>
        <source>Look again</source>
        <translation>다시 보기</translation>
    </message>
    <message>
        <source>Checks</source>
        <translation>확인 항목</translation>
    </message>
    <message>
        <source>Show cause</source>
        <translation>원인 보기</translation>
    </message>
    <message>
        <source>No task chosen</source>
        <translation>선택한 태스크 없음</translation>
    </message>
    <message>
        <source>ok</source>
        <translation>정상</translation>
    </message>
    <message>
        <source>now</source>
        <translation>지금</translation>
    </message>
    <message>
        <source>next</source>
        <translation>다음</translation>
    </message>
    <message>
        <source>not known</source>
        <translation>알 수 없음</translation>
    </message>
    <message>
        <source>The server&apos;s own answer</source>
        <translation>서버 자체의 답</translation>
    </message>
    <message>
        <source>asking</source>
        <translation>묻는 중</translation>
    </message>
    <message>
        <source>none</source>
        <translation>없음</translation>
    </message>
    <message>
        <source>nothing unmet</source>
        <translation>충족되지 않은 것 없음</translation>
    </message>
    <message numerus="yes">
        <source>%n unmet</source>
        <translation>
            <numerusform>미충족 %n개</numerusform>
        </translation>
    </message>
    <message>
        <source>%1, run %2, %3</source>
        <translation>%1, 실행 %2, %3</translation>
    </message>
    <message>
        <source>read at %1</source>
        <translation>%1에 읽음</translation>
    </message>
    <message>
        <source>oldest fact read at %1</source>
        <translation>가장 오래된 정보는 %1에 읽음</translation>
    </message>
</context>
<context>
    <name>pilothouse::workflow::WorkflowPanel</name>
    <message>
        <source>No DAG on this server</source>
        <translation>이 서버에 DAG가 없습니다</translation>
    </message>
    <message>
        <source>The server knows no DAG file without errors.</source>
        <translation>서버에 오류 없는 DAG 파일이 없습니다.</translation>
    </message>
    <message numerus="yes">
        <source>%n files have errors.</source>
        <translation>
            <numerusform>파일 %n개에 오류가 있습니다.</numerusform>
        </translation>
    </message>
    <message>
        <source>asking %1</source>
        <translation>%1에 묻는 중</translation>
    </message>
    <message>
        <source>Compare this run</source>
        <translation>이 실행 비교</translation>
    </message>
    <message>
        <source>Swap the compared runs</source>
        <translation>비교 실행 바꾸기</translation>
    </message>
    <message>
        <source>Copy the comparison as Markdown</source>
        <translation>비교를 Markdown으로 복사</translation>
    </message>
    <message>
        <source>Retry the task…</source>
        <translation>태스크 재시도…</translation>
    </message>
    <message>
        <source>Clear tasks…</source>
        <translation>태스크 초기화…</translation>
    </message>
    <message>
        <source>Trigger a run…</source>
        <translation>실행 트리거…</translation>
    </message>
    <message>
        <source>Backfill…</source>
        <translation>백필…</translation>
    </message>
    <message>
        <source>Pause the DAG, or let it run again…</source>
        <translation>DAG 일시 중지 또는 다시 실행…</translation>
    </message>
    <message>
        <source>Parse the DAG&apos;s file again…</source>
        <translation>DAG 파일 다시 파싱…</translation>
    </message>
    <message>
        <source>Cancel the run…</source>
        <translation>실행 취소…</translation>
    </message>
    <message>
        <source>Mark the run success…</source>
        <translation>실행을 성공으로 표시…</translation>
    </message>
    <message>
        <source>Delete the run…</source>
        <translation>실행 삭제…</translation>
    </message>
    <message>
        <source>This server has no backfill of its own</source>
        <translation>이 서버에는 자체 백필이 없습니다</translation>
    </message>
    <message>
        <source>End</source>
        <translation>끝내기</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>비교</translation>
    </message>
    <message>
        <source>Ask the server again</source>
        <translation>서버에 다시 묻기</translation>
    </message>
    <message>
        <source>Filter DAGs</source>
        <translation>DAG 필터</translation>
    </message>
    <message>
        <source>Why is this task not running?</source>
        <translation>이 태스크는 왜 실행되지 않나요?</translation>
    </message>
    <message>
        <source>Show the task</source>
        <translation>태스크 보기</translation>
    </message>
    <message>
        <source>Grid of the runs</source>
        <translation>실행 그리드</translation>
    </message>
    <message>
        <source>Gantt of the run</source>
        <translation>실행의 간트 차트</translation>
    </message>
    <message>
        <source>Calendar of the runs</source>
        <translation>실행 달력</translation>
    </message>
    <message>
        <source>Map across DAGs</source>
        <translation>DAG 간 지도</translation>
    </message>
    <message>
        <source>Search the logs of the run</source>
        <translation>실행 로그 검색</translation>
    </message>
    <message>
        <source>Backfills of the DAG</source>
        <translation>이 DAG의 백필</translation>
    </message>
    <message>
        <source>Note of the task…</source>
        <translation>태스크 메모…</translation>
    </message>
    <message>
        <source>Note of the run…</source>
        <translation>실행 메모…</translation>
    </message>
    <message>
        <source>Run %1</source>
        <translation>실행 %1</translation>
    </message>
    <message>
        <source>Server: %1</source>
        <translation>서버: %1</translation>
    </message>
    <message>
        <source>Deadlines: the next run that missed one</source>
        <translation>기한: 기한을 넘긴 다음 실행</translation>
    </message>
    <message>
        <source>No run missed a deadline</source>
        <translation>기한을 넘긴 실행이 없습니다</translation>
    </message>
    <message numerus="yes">
        <source>%n deadlines are known</source>
        <translation>
            <numerusform>알려진 기한 %n개</numerusform>
        </translation>
    </message>
    <message>
        <source>This server does not tell deadlines.</source>
        <translation>이 서버는 기한을 알려 주지 않습니다.</translation>
    </message>
    <message>
        <source>Let the DAG run again…</source>
        <translation>DAG 다시 실행…</translation>
    </message>
    <message>
        <source>Pause the DAG…</source>
        <translation>DAG 일시 중지…</translation>
    </message>
    <message>
        <source>Copy the DAG&apos;s id</source>
        <translation>DAG ID 복사</translation>
    </message>
    <message>
        <source>Source of the DAG</source>
        <translation>DAG의 소스</translation>
    </message>
    <message>
        <source>Source of %1</source>
        <translation>%1의 소스</translation>
    </message>
    <message>
        <source>Graph of the run</source>
        <translation>실행의 그래프</translation>
    </message>
    <message>
        <source>Log of the task</source>
        <translation>태스크의 로그</translation>
    </message>
    <message>
        <source>Mark the task %1…</source>
        <translation>태스크를 %1(으)로 표시…</translation>
    </message>
    <message>
        <source>Last known values: no answer since %1.</source>
        <translation>마지막으로 알려진 값: %1부터 응답이 없습니다.</translation>
    </message>
    <message>
        <source>No run is chosen</source>
        <translation>선택한 실행이 없습니다</translation>
    </message>
    <message>
        <source>No task is chosen</source>
        <translation>선택한 태스크가 없습니다</translation>
    </message>
    <message>
        <source>No two runs are compared</source>
        <translation>비교 중인 두 실행이 없습니다</translation>
    </message>
</context>
<context>
    <name>pipelines</name>
    <message>
        <source>%1 is not there.</source>
        <translation>%1이(가) 없습니다.</translation>
    </message>
    <message>
        <source>A node cannot follow itself.</source>
        <translation>노드는 자기 자신 뒤에 올 수 없습니다.</translation>
    </message>
    <message>
        <source>These are connected already.</source>
        <translation>이미 연결되어 있습니다.</translation>
    </message>
    <message>
        <source>A group cannot stand in itself.</source>
        <translation>그룹은 자기 안에 들어갈 수 없습니다.</translation>
    </message>
    <message>
        <source>A name is missing.</source>
        <translation>이름이 없습니다.</translation>
    </message>
    <message>
        <source>%1 is there already.</source>
        <translation>%1이(가) 이미 있습니다.</translation>
    </message>
    <message>
        <source>This is no place.</source>
        <translation>올바른 위치가 아닙니다.</translation>
    </message>
    <message>
        <source>At most %1 characters.</source>
        <translation>최대 %1자입니다.</translation>
    </message>
    <message>
        <source>Only letters from a to z, digits, dots, dashes and underscores.</source>
        <translation>a부터 z까지의 글자, 숫자, 점, 하이픈, 밑줄만 쓸 수 있습니다.</translation>
    </message>
    <message>
        <source>%1 must be a list.</source>
        <translation>%1은(는) 목록이어야 합니다.</translation>
    </message>
    <message>
        <source>The name is missing.</source>
        <translation>이름이 없습니다.</translation>
    </message>
    <message>
        <source>A task needs an id.</source>
        <translation>태스크에는 id가 필요합니다.</translation>
    </message>
    <message>
        <source>The kind is missing.</source>
        <translation>종류가 없습니다.</translation>
    </message>
    <message>
        <source>There is no node %1.</source>
        <translation>노드 %1이(가) 없습니다.</translation>
    </message>
    <message>
        <source>There is no list of tasks in it.</source>
        <translation>태스크 목록이 없습니다.</translation>
    </message>
    <message>
        <source>A JSON flow would read this differently. Nothing is changed.</source>
        <translation>JSON 플로에서는 다르게 읽힙니다. 변경된 것은 없습니다.</translation>
    </message>
    <message>
        <source>A JSON flow holds ids, operators, dependencies and parameters. Save it as a pipeline document for more.</source>
        <translation>JSON 플로에는 id, 오퍼레이터, 의존성, 매개변수만 들어갑니다. 더 담으려면 파이프라인 문서로 저장하세요.</translation>
    </message>
    <message>
        <source>Nested too deeply.</source>
        <translation>중첩이 너무 깊습니다.</translation>
    </message>
    <message>
        <source>%1 is there twice.</source>
        <translation>%1이(가) 두 번 있습니다.</translation>
    </message>
    <message>
        <source>Larger than %1 bytes.</source>
        <translation>%1바이트보다 큽니다.</translation>
    </message>
    <message>
        <source>Not valid JSON: %1.</source>
        <translation>올바른 JSON이 아닙니다: %1.</translation>
    </message>
    <message>
        <source>This is not a pipeline.</source>
        <translation>파이프라인이 아닙니다.</translation>
    </message>
    <message>
        <source>There is no group %1.</source>
        <translation>그룹 %1이(가) 없습니다.</translation>
    </message>
    <message>
        <source>This is not a pipeline: it does not begin with pipeline: 1.</source>
        <translation>파이프라인이 아닙니다. pipeline: 1로 시작하지 않습니다.</translation>
    </message>
    <message>
        <source>%1 is no version of a pipeline.</source>
        <translation>%1은(는) 파이프라인 버전이 아닙니다.</translation>
    </message>
    <message>
        <source>Written by a newer Pilothouse: version %1, this one reads %2. Nothing is changed.</source>
        <translation>더 새로운 Pilothouse에서 작성되었습니다. 문서는 버전 %1, 여기서는 %2까지 읽습니다. 변경된 것은 없습니다.</translation>
    </message>
    <message>
        <source>Anchors and aliases are not kept. Write the values out.</source>
        <translation>앵커와 별칭은 유지되지 않습니다. 값을 직접 쓰세요.</translation>
    </message>
    <message>
        <source>%1 is not known here.</source>
        <translation>%1: 여기서 알 수 없는 항목입니다.</translation>
    </message>
    <message>
        <source>%1 must be a text.</source>
        <translation>%1은(는) 텍스트여야 합니다.</translation>
    </message>
    <message>
        <source>%1 must be names with what belongs to them.</source>
        <translation>%1은(는) 이름과 그에 딸린 내용이어야 합니다.</translation>
    </message>
    <message>
        <source>An edge is written as: one -&gt; another.</source>
        <translation>연결선은 one -&gt; another 형식으로 씁니다.</translation>
    </message>
    <message>
        <source>Program text is not kept in such a file.</source>
        <translation>이런 파일에는 프로그램 코드를 담지 않습니다.</translation>
    </message>
    <message>
        <source>There is no shared field %1.</source>
        <translation>공유 필드 %1이(가) 없습니다.</translation>
    </message>
    <message>
        <source>%1 is no name: a to z, digits and underscores.</source>
        <translation>%1은(는) 이름으로 쓸 수 없습니다. a~z, 숫자, 밑줄만 쓸 수 있습니다.</translation>
    </message>
    <message>
        <source>%1: a choice has choices, nothing else has.</source>
        <translation>%1: choices는 choice에만 있어야 합니다.</translation>
    </message>
    <message>
        <source>%1 is missing.</source>
        <translation>%1이(가) 없습니다.</translation>
    </message>
    <message>
        <source>%1: the least is more than the most.</source>
        <translation>%1: 최솟값이 최댓값보다 큽니다.</translation>
    </message>
    <message>
        <source>%1 is no regular expression.</source>
        <translation>%1은(는) 정규식이 아닙니다.</translation>
    </message>
    <message>
        <source>%1: there is no field %2.</source>
        <translation>%1: 필드 %2이(가) 없습니다.</translation>
    </message>
    <message>
        <source>%1: %2 cannot be %3.</source>
        <translation>%1: %2은(는) %3일 수 없습니다.</translation>
    </message>
    <message>
        <source>%1 is no name of a file.</source>
        <translation>%1은(는) 파일 이름으로 쓸 수 없습니다.</translation>
    </message>
    <message>
        <source>The file of %1 is named %2.</source>
        <translation>%1의 파일 이름은 %2이어야 합니다.</translation>
    </message>
    <message>
        <source>More than %1 files.</source>
        <translation>파일이 %1개를 넘습니다.</translation>
    </message>
    <message>
        <source>There is no section %1.</source>
        <translation>섹션 %1이(가) 없습니다.</translation>
    </message>
    <message>
        <source>There is no category %1.</source>
        <translation>범주 %1이(가) 없습니다.</translation>
    </message>
    <message>
        <source>There is no template %1.</source>
        <translation>템플릿 %1이(가) 없습니다.</translation>
    </message>
    <message>
        <source>Names with values are expected here.</source>
        <translation>여기에는 이름과 값이 와야 합니다.</translation>
    </message>
    <message>
        <source>%1 must be true or false.</source>
        <translation>%1은(는) true 또는 false여야 합니다.</translation>
    </message>
    <message>
        <source>%1 must be a number.</source>
        <translation>%1은(는) 숫자여야 합니다.</translation>
    </message>
    <message>
        <source>%1 must hold texts.</source>
        <translation>%1에는 텍스트만 들어갈 수 있습니다.</translation>
    </message>
    <message>
        <source>%1 is not one of %2.</source>
        <translation>%1은(는) %2 중 하나가 아닙니다.</translation>
    </message>
    <message>
        <source>Nobody reads the column %1.</source>
        <translation>열 %1을(를) 읽는 곳이 없습니다.</translation>
    </message>
    <message>
        <source>These wait for each other: %1.</source>
        <translation>서로 기다리고 있습니다: %1.</translation>
    </message>
    <message>
        <source>Rename to %1</source>
        <translation>%1(으)로 이름 변경</translation>
    </message>
    <message>
        <source>%1 is not used: %2 is %3.</source>
        <translation>%1은(는) 사용되지 않습니다. %2이(가) %3입니다.</translation>
    </message>
    <message>
        <source>%1 is taken as it is: the target fills in nothing here.</source>
        <translation>%1은(는) 있는 그대로 사용됩니다. 대상이 여기에는 값을 채우지 않습니다.</translation>
    </message>
    <message>
        <source>The catalogue has no kind %1.</source>
        <translation>카탈로그에 종류 %1이(가) 없습니다.</translation>
    </message>
    <message>
        <source>Change to %1</source>
        <translation>%1(으)로 변경</translation>
    </message>
    <message>
        <source>A job that streams has no tries: this is not used.</source>
        <translation>스트리밍 작업에는 시도 횟수가 없어 사용되지 않습니다.</translation>
    </message>
    <message>
        <source>This does not run: fields of a task are not used.</source>
        <translation>이것은 실행되지 않으므로 태스크 필드는 사용되지 않습니다.</translation>
    </message>
    <message numerus="yes">
        <source>%n nodes are operators outside the catalogue: their arguments are not checked.</source>
        <translation>
            <numerusform>노드 %n개는 카탈로그에 없는 오퍼레이터라 인수를 확인하지 않습니다.</numerusform>
        </translation>
    </message>
    <message>
        <source>There is nothing to catch up with: no start is set.</source>
        <translation>따라잡을 것이 없습니다. 시작 시점이 설정되지 않았습니다.</translation>
    </message>
    <message>
        <source>It ends before it starts.</source>
        <translation>시작하기 전에 끝납니다.</translation>
    </message>
    <message>
        <source>Nobody is told when the deadline has passed.</source>
        <translation>기한이 지나도 알림을 받을 사람이 없습니다.</translation>
    </message>
    <message>
        <source>No environment has a value %1.</source>
        <translation>값 %1이(가) 있는 환경이 없습니다.</translation>
    </message>
    <message>
        <source>%1 has no value in the environment %2.</source>
        <translation>%1의 값이 환경 %2에 없습니다.</translation>
    </message>
    <message>
        <source>%1 has no %2, other environments have.</source>
        <translation>%1에 %2이(가) 없습니다. 다른 환경에는 있습니다.</translation>
    </message>
    <message>
        <source>There is no environment %1.</source>
        <translation>환경 %1이(가) 없습니다.</translation>
    </message>
    <message>
        <source>%1 is no minute: 0 to 59.</source>
        <translation>%1은(는) 분이 아닙니다. 0~59여야 합니다.</translation>
    </message>
    <message>
        <source>%1 is no hour: 0 to 23.</source>
        <translation>%1은(는) 시가 아닙니다. 0~23이어야 합니다.</translation>
    </message>
    <message>
        <source>%1 is no day of the month: 1 to 31.</source>
        <translation>%1은(는) 날짜(일)가 아닙니다. 1~31이어야 합니다.</translation>
    </message>
    <message>
        <source>%1 is no month: 1 to 12.</source>
        <translation>%1은(는) 월이 아닙니다. 1~12여야 합니다.</translation>
    </message>
    <message>
        <source>%1 is no day of the week: 0 to 7.</source>
        <translation>%1은(는) 요일이 아닙니다. 0~7이어야 합니다.</translation>
    </message>
    <message>
        <source>%1 is none of %2.</source>
        <translation>%1은(는) %2 중 하나가 아닙니다.</translation>
    </message>
    <message>
        <source>Five fields: minute, hour, day, month and weekday.</source>
        <translation>분, 시, 일, 월, 요일의 필드 다섯 개가 필요합니다.</translation>
    </message>
    <message>
        <source>%1 is no table, as shop.orders.</source>
        <translation>%1은(는) shop.orders 같은 테이블 이름이 아닙니다.</translation>
    </message>
    <message>
        <source>A topic has letters, digits, dots, dashes and underscores, at most 249 of them.</source>
        <translation>토픽 이름에는 글자, 숫자, 점, 하이픈, 밑줄을 최대 249자까지 쓸 수 있습니다.</translation>
    </message>
    <message>
        <source>This is no address, as https://example.org/events.</source>
        <translation>https://example.org/events 같은 주소가 아닙니다.</translation>
    </message>
    <message>
        <source>This is no id of a connection.</source>
        <translation>연결 ID가 아닙니다.</translation>
    </message>
    <message>
        <source>%1 is no time zone, as Asia/Taipei.</source>
        <translation>%1은(는) Asia/Taipei 같은 시간대가 아닙니다.</translation>
    </message>
    <message>
        <source>%1 is no date, as 2026-03-01 or 2026-03-01T06:00:00.</source>
        <translation>%1은(는) 2026-03-01이나 2026-03-01T06:00:00 같은 날짜가 아닙니다.</translation>
    </message>
    <message>
        <source>This is no JSON: line %1, %2.</source>
        <translation>JSON이 아닙니다. %1번째 줄, %2.</translation>
    </message>
    <message>
        <source>Start when new rows are there</source>
        <translation>새 행이 생기면 시작</translation>
    </message>
    <message>
        <source>Start by time and wait for rows</source>
        <translation>시간에 맞춰 시작하고 행을 기다림</translation>
    </message>
    <message>
        <source>Read what is there and stop</source>
        <translation>있는 만큼 읽고 중지</translation>
    </message>
    <message>
        <source>%1 streams and never ends. Say what starts %2.</source>
        <translation>%1은(는) 스트리밍이라 끝나지 않습니다. 무엇이 %2을(를) 시작하는지 지정하세요.</translation>
    </message>
    <message>
        <source>%1 is no trigger.</source>
        <translation>%1은(는) 트리거가 아닙니다.</translation>
    </message>
    <message>
        <source>No trigger is needed here: %1 ends by itself.</source>
        <translation>여기에는 트리거가 필요 없습니다. %1은(는) 스스로 끝납니다.</translation>
    </message>
    <message>
        <source>Remove the trigger</source>
        <translation>트리거 제거</translation>
    </message>
    <message>
        <source>Remove the edge</source>
        <translation>연결선 제거</translation>
    </message>
    <message>
        <source>Nothing is connected to %1.</source>
        <translation>%1에 연결된 것이 없습니다.</translation>
    </message>
    <message>
        <source>%1 takes one edge only.</source>
        <translation>%1에는 연결선을 하나만 연결할 수 있습니다.</translation>
    </message>
    <message>
        <source>Nothing waits for this check: bad rows go on.</source>
        <translation>이 검사를 기다리는 것이 없어 잘못된 행이 그대로 넘어갑니다.</translation>
    </message>
    <message>
        <source>Two are called %1.</source>
        <translation>이름이 %1인 것이 두 개 있습니다.</translation>
    </message>
    <message>
        <source>%1 makes the table %2 with other columns.</source>
        <translation>%1은(는) 테이블 %2을(를) 다른 열로 만듭니다.</translation>
    </message>
    <message>
        <source>%1 writes %2 too, and one of them replaces what the other wrote.</source>
        <translation>%1도 %2에 쓰며, 둘 중 하나가 다른 쪽이 쓴 내용을 대체합니다.</translation>
    </message>
    <message>
        <source>A stream is no table. Put a node that writes it into one between them.</source>
        <translation>스트림은 테이블이 아닙니다. 사이에 스트림을 테이블에 쓰는 노드를 넣으세요.</translation>
    </message>
    <message>
        <source>A file is no table. Put a node that loads it into one between them.</source>
        <translation>파일은 테이블이 아닙니다. 사이에 파일을 테이블로 불러오는 노드를 넣으세요.</translation>
    </message>
    <message>
        <source>A check gives no rows. Connect it to what waits for it.</source>
        <translation>검사는 행을 내보내지 않습니다. 검사를 기다리는 것에 연결하세요.</translation>
    </message>
    <message>
        <source>A model is no table.</source>
        <translation>모델은 테이블이 아닙니다.</translation>
    </message>
    <message>
        <source>A table is no stream. Put a node that publishes it between them.</source>
        <translation>테이블은 스트림이 아닙니다. 사이에 테이블을 발행하는 노드를 넣으세요.</translation>
    </message>
    <message>
        <source>A file is no stream. Put a node that publishes it between them.</source>
        <translation>파일은 스트림이 아닙니다. 사이에 파일을 발행하는 노드를 넣으세요.</translation>
    </message>
    <message>
        <source>A check gives no messages.</source>
        <translation>검사는 메시지를 내보내지 않습니다.</translation>
    </message>
    <message>
        <source>A model is no stream.</source>
        <translation>모델은 스트림이 아닙니다.</translation>
    </message>
    <message>
        <source>A stream is no file.</source>
        <translation>스트림은 파일이 아닙니다.</translation>
    </message>
    <message>
        <source>A table is no file. Put a node that writes one between them.</source>
        <translation>테이블은 파일이 아닙니다. 사이에 파일을 쓰는 노드를 넣으세요.</translation>
    </message>
    <message>
        <source>A check gives no file. Connect it to what waits for it.</source>
        <translation>검사는 파일을 내보내지 않습니다. 검사를 기다리는 것에 연결하세요.</translation>
    </message>
    <message>
        <source>A model is no file.</source>
        <translation>모델은 파일이 아닙니다.</translation>
    </message>
    <message>
        <source>A stream is no model.</source>
        <translation>스트림은 모델이 아닙니다.</translation>
    </message>
    <message>
        <source>A table is no model.</source>
        <translation>테이블은 모델이 아닙니다.</translation>
    </message>
    <message>
        <source>A check gives no model. Connect it to what waits for it.</source>
        <translation>검사는 모델을 내보내지 않습니다. 검사를 기다리는 것에 연결하세요.</translation>
    </message>
    <message>
        <source>A file is no model.</source>
        <translation>파일은 모델이 아닙니다.</translation>
    </message>
    <message>
        <source>%1 has no such port.</source>
        <translation>%1에 그런 포트가 없습니다.</translation>
    </message>
    <message>
        <source>%1 has no port %2.</source>
        <translation>%1에 포트 %2이(가) 없습니다.</translation>
    </message>
    <message>
        <source>A stream never ends: nothing can wait for it.</source>
        <translation>스트림은 끝나지 않으므로 아무것도 스트림을 기다릴 수 없습니다.</translation>
    </message>
    <message>
        <source>%1 of %2 takes one edge only.</source>
        <translation>%2의 %1에는 연결선을 하나만 연결할 수 있습니다.</translation>
    </message>
    <message>
        <source>This holds a private key. Keep it in a connection.</source>
        <translation>개인 키가 들어 있습니다. 연결에 보관하세요.</translation>
    </message>
    <message>
        <source>This holds an access key. Keep it in a connection.</source>
        <translation>액세스 키가 들어 있습니다. 연결에 보관하세요.</translation>
    </message>
    <message>
        <source>This holds a token. Keep it in a connection.</source>
        <translation>토큰이 들어 있습니다. 연결에 보관하세요.</translation>
    </message>
    <message>
        <source>This holds a password. Keep it in a connection.</source>
        <translation>비밀번호가 들어 있습니다. 연결에 보관하세요.</translation>
    </message>
    <message>
        <source>%1 is a secret. Keep it in a connection.</source>
        <translation>%1은(는) 비밀 값입니다. 연결에 보관하세요.</translation>
    </message>
    <message>
        <source>One try may take %1. The limit is %2.</source>
        <translation>시도 한 번에 %1까지 걸릴 수 있습니다. 한도는 %2입니다.</translation>
    </message>
    <message numerus="yes">
        <source>Worst case is %1: %n tries of %2 and up to %3 of waits. The limit is %4.</source>
        <translation>
            <numerusform>최악의 경우 %1입니다. %2짜리 시도 %n번에 대기 시간이 최대 %3입니다. 한도는 %4입니다.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Use %n tries</source>
        <translation>
            <numerusform>시도 %n번 사용</numerusform>
        </translation>
    </message>
    <message>
        <source>One try, time out after %1</source>
        <translation>시도 한 번, 제한 시간 %1</translation>
    </message>
    <message>
        <source>Worst case of a run is %1: %2. The limit is %3.</source>
        <translation>최악의 경우 실행 한 번에 %1 걸립니다: %2. 한도는 %3입니다.</translation>
    </message>
    <message>
        <source>A try may take for ever: without a time-out nobody can say whether it ends within %1.</source>
        <translation>시도가 끝나지 않을 수 있습니다. 제한 시간이 없으면 %1 안에 끝나는지 알 수 없습니다.</translation>
    </message>
    <message>
        <source>Time out after %1</source>
        <translation>제한 시간 %1</translation>
    </message>
    <message>
        <source>At least %1.</source>
        <translation>%1 이상이어야 합니다.</translation>
    </message>
    <message>
        <source>At most %1.</source>
        <translation>%1 이하여야 합니다.</translation>
    </message>
    <message>
        <source>%1 is no number.</source>
        <translation>%1은(는) 숫자가 아닙니다.</translation>
    </message>
    <message>
        <source>A list is expected here.</source>
        <translation>여기에는 목록이 와야 합니다.</translation>
    </message>
    <message>
        <source>A list of texts is expected here.</source>
        <translation>여기에는 텍스트 목록이 와야 합니다.</translation>
    </message>
    <message>
        <source>A column needs a name.</source>
        <translation>열에는 이름이 필요합니다.</translation>
    </message>
    <message>
        <source>The name of a column has at most 63 characters.</source>
        <translation>열 이름은 최대 63자입니다.</translation>
    </message>
    <message>
        <source>Two columns are called %1.</source>
        <translation>이름이 %1인 열이 두 개 있습니다.</translation>
    </message>
    <message>
        <source>%1: %2 is no type of a column.</source>
        <translation>%1: %2은(는) 열 타입이 아닙니다.</translation>
    </message>
    <message>
        <source>%1: nullable must be true or false.</source>
        <translation>%1: nullable은 true 또는 false여야 합니다.</translation>
    </message>
    <message>
        <source>%1: %2 is not known here.</source>
        <translation>%1: %2은(는) 여기서 쓸 수 없는 항목입니다.</translation>
    </message>
    <message>
        <source>%1 needs a type.</source>
        <translation>%1에는 타입이 필요합니다.</translation>
    </message>
    <message>
        <source>A list of columns is expected here.</source>
        <translation>여기에는 열 목록이 와야 합니다.</translation>
    </message>
    <message>
        <source>A text is expected here.</source>
        <translation>여기에는 텍스트가 와야 합니다.</translation>
    </message>
    <message>
        <source>One line only.</source>
        <translation>한 줄만 쓸 수 있습니다.</translation>
    </message>
    <message>
        <source>%1 is not written as it must be.</source>
        <translation>%1의 형식이 올바르지 않습니다.</translation>
    </message>
    <message>
        <source>%1 is neither true nor false.</source>
        <translation>%1은(는) true도 false도 아닙니다.</translation>
    </message>
    <message>
        <source>%1 is no duration, as 90s or 1h30m.</source>
        <translation>%1은(는) 90s나 1h30m 같은 기간이 아닙니다.</translation>
    </message>
    <message>
        <source>Writes are off for this connection.</source>
        <translation>이 연결은 쓰기가 꺼져 있습니다.</translation>
    </message>
    <message>
        <source>Writes are off for this connection. Switch them on first.</source>
        <translation>이 연결은 쓰기가 꺼져 있습니다. 먼저 켜세요.</translation>
    </message>
    <message>
        <source>This connection is protected: nothing is written to it.</source>
        <translation>보호된 연결이므로 아무것도 쓰지 않습니다.</translation>
    </message>
    <message>
        <source>The profile has no Airflow service with a DAG folder.</source>
        <translation>프로필에 DAG 폴더가 있는 Airflow 서비스가 없습니다.</translation>
    </message>
    <message>
        <source>The plan is not ready.</source>
        <translation>계획이 아직 준비되지 않았습니다.</translation>
    </message>
    <message>
        <source>%1 is not of this pipeline and stays.</source>
        <translation>%1은(는) 이 파이프라인의 파일이 아니므로 그대로 둡니다.</translation>
    </message>
    <message>
        <source>%1 was changed by hand.</source>
        <translation>%1이(가) 직접 변경되었습니다.</translation>
    </message>
    <message>
        <source>Nothing to deploy: the versions are equal.</source>
        <translation>배포할 것이 없습니다. 두 버전이 같습니다.</translation>
    </message>
    <message>
        <source>There is nothing to deploy, or something stands in the way.</source>
        <translation>배포할 것이 없거나 배포를 막는 것이 있습니다.</translation>
    </message>
    <message numerus="yes">
        <source>%n tables in one transaction</source>
        <translation>
            <numerusform>트랜잭션 하나에 테이블 %n개</numerusform>
        </translation>
    </message>
    <message>
        <source>Streaming job %1</source>
        <translation>스트리밍 작업 %1</translation>
    </message>
    <message>
        <source>Restarted from its checkpoint</source>
        <translation>체크포인트에서 다시 시작됨</translation>
    </message>
    <message>
        <source>Written and read by the host</source>
        <translation>기록했고 호스트가 읽음</translation>
    </message>
    <message>
        <source>Deploy %1</source>
        <translation>%1 배포</translation>
    </message>
    <message>
        <source>Committed as %1 and pushed</source>
        <translation>%1(으)로 커밋하고 푸시함</translation>
    </message>
    <message>
        <source>Committed as %1</source>
        <translation>%1(으)로 커밋함</translation>
    </message>
    <message numerus="yes">
        <source>%n files written</source>
        <translation>
            <numerusform>파일 %n개 기록됨</numerusform>
        </translation>
    </message>
    <message>
        <source>Version %1</source>
        <translation>버전 %1</translation>
    </message>
    <message>
        <source>Read by Airflow after %1 s</source>
        <translation>%1초 후 Airflow가 읽음</translation>
    </message>
    <message>
        <source>Airflow cannot import %1.</source>
        <translation>Airflow가 %1을(를) 임포트할 수 없습니다.</translation>
    </message>
    <message>
        <source>Deploy %1 to %2?</source>
        <translation>%1을(를) %2에 배포할까요?</translation>
    </message>
    <message>
        <source>Written to %1. Airflow takes it up by itself.</source>
        <translation>%1에 씁니다. Airflow가 자동으로 반영합니다.</translation>
    </message>
    <message>
        <source>Deploy</source>
        <translation>배포</translation>
    </message>
    <message>
        <source>Units created</source>
        <translation>생성되는 단위</translation>
    </message>
    <message>
        <source>Units changed</source>
        <translation>변경되는 단위</translation>
    </message>
    <message>
        <source>Units removed</source>
        <translation>제거되는 단위</translation>
    </message>
    <message>
        <source>The profile names no folder to deploy to.</source>
        <translation>프로필에 배포할 폴더가 지정되어 있지 않습니다.</translation>
    </message>
    <message>
        <source>The folder to deploy to must begin with a slash.</source>
        <translation>배포할 폴더는 슬래시로 시작해야 합니다.</translation>
    </message>
    <message>
        <source>This is no name for a generated file.</source>
        <translation>생성된 파일의 이름으로 쓸 수 없습니다.</translation>
    </message>
    <message>
        <source>Your account may not write there.</source>
        <translation>이 계정은 그곳에 쓸 수 없습니다.</translation>
    </message>
    <message>
        <source>The disk is full.</source>
        <translation>디스크가 가득 찼습니다.</translation>
    </message>
    <message>
        <source>There is no such folder.</source>
        <translation>그런 폴더가 없습니다.</translation>
    </message>
    <message>
        <source>%1 was changed by somebody else meanwhile. Nothing was written.</source>
        <translation>그사이 다른 사람이 %1을(를) 변경했습니다. 아무것도 쓰지 않았습니다.</translation>
    </message>
    <message>
        <source>This is no ordinary file, so it stays as it is.</source>
        <translation>일반 파일이 아니므로 그대로 둡니다.</translation>
    </message>
    <message>
        <source>The file is larger than 16 MB.</source>
        <translation>파일이 16 MB보다 큽니다.</translation>
    </message>
    <message>
        <source>git does not know the author: set user.name and user.email in the clone.</source>
        <translation>git이 작성자를 알 수 없습니다. 클론에서 user.name과 user.email을 설정하세요.</translation>
    </message>
    <message>
        <source>Another git is at work in the clone, or one was broken off.</source>
        <translation>클론에서 다른 git이 작업 중이거나 중단된 작업이 있습니다.</translation>
    </message>
    <message>
        <source>The folder is in no clone of git.</source>
        <translation>폴더가 git 클론 안에 있지 않습니다.</translation>
    </message>
    <message>
        <source>The clone&apos;s .gitignore leaves the file out.</source>
        <translation>클론의 .gitignore가 이 파일을 제외합니다.</translation>
    </message>
    <message>
        <source>Somebody else has pushed meanwhile. Nothing was deployed: pull first.</source>
        <translation>그사이 다른 사람이 푸시했습니다. 아무것도 배포하지 않았습니다. 먼저 풀하세요.</translation>
    </message>
    <message>
        <source>The remote does not let git in.</source>
        <translation>원격 저장소가 git의 접근을 허용하지 않습니다.</translation>
    </message>
    <message>
        <source>A merge or rebase is not finished in the clone.</source>
        <translation>클론에 끝나지 않은 병합이나 리베이스가 있습니다.</translation>
    </message>
    <message>
        <source>The clone is on %1, not on branch %2.</source>
        <translation>클론이 브랜치 %2이(가) 아니라 %1에 있습니다.</translation>
    </message>
    <message numerus="yes">
        <source>%n earlier commits that were never pushed go along.</source>
        <translation>
            <numerusform>푸시하지 않은 이전 커밋 %n개도 함께 올라갑니다.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The remote has %n commits the clone lacks: pull them first.</source>
        <translation>
            <numerusform>원격 저장소에 클론에 없는 커밋이 %n개 있습니다. 먼저 풀하세요.</numerusform>
        </translation>
    </message>
    <message>
        <source>Start the job</source>
        <translation>작업 시작</translation>
    </message>
    <message>
        <source>Start %1?</source>
        <translation>%1을(를) 시작할까요?</translation>
    </message>
    <message>
        <source>It goes on from where it wrote last.</source>
        <translation>마지막으로 쓴 곳부터 이어집니다.</translation>
    </message>
    <message>
        <source>Started</source>
        <translation>시작됨</translation>
    </message>
    <message>
        <source>Stop the job</source>
        <translation>작업 중지</translation>
    </message>
    <message>
        <source>Stop %1?</source>
        <translation>%1을(를) 중지할까요?</translation>
    </message>
    <message>
        <source>It ends after the batch that is being written. Messages wait in their topic.</source>
        <translation>쓰고 있는 배치가 끝나면 중지합니다. 메시지는 토픽에서 기다립니다.</translation>
    </message>
    <message>
        <source>Stopped</source>
        <translation>중지됨</translation>
    </message>
    <message>
        <source>Restart the job</source>
        <translation>작업 다시 시작</translation>
    </message>
    <message>
        <source>Restart %1?</source>
        <translation>%1을(를) 다시 시작할까요?</translation>
    </message>
    <message>
        <source>It goes on from its checkpoint: nothing is read twice or left out.</source>
        <translation>체크포인트부터 이어집니다. 두 번 읽거나 빠뜨리지 않습니다.</translation>
    </message>
    <message>
        <source>The folder holds too many files to look through.</source>
        <translation>폴더에 파일이 너무 많아 모두 살펴볼 수 없습니다.</translation>
    </message>
    <message>
        <source>Airflow has not read the new version in time.</source>
        <translation>Airflow가 제시간에 새 버전을 읽지 않았습니다.</translation>
    </message>
    <message>
        <source>It is not known what is there: %1</source>
        <translation>현재 상태를 알 수 없음: %1</translation>
    </message>
    <message>
        <source>The profile names no host of streaming jobs: run it by its unit file or compose snippet, which the command line writes.</source>
        <translation>프로필에 스트리밍 작업 호스트가 지정되어 있지 않습니다. 명령줄로 생성하는 유닛 파일이나 compose 조각으로 실행하세요.</translation>
    </message>
    <message>
        <source>Runs of the past stay in Airflow.</source>
        <translation>이전 실행은 Airflow에 남습니다.</translation>
    </message>
    <message>
        <source>ssh does not know %1, or its key has changed. Connect once in a terminal.</source>
        <translation>ssh가 %1을(를) 모르거나 키가 변경되었습니다. 터미널에서 한 번 연결하세요.</translation>
    </message>
    <message>
        <source>%1 does not let ssh in without asking for a password.</source>
        <translation>%1에는 비밀번호 없이 ssh로 접속할 수 없습니다.</translation>
    </message>
    <message>
        <source>A folder behind ssh is written ssh:HOST:FOLDER.</source>
        <translation>ssh로 접근하는 폴더는 ssh:HOST:FOLDER로 씁니다.</translation>
    </message>
    <message>
        <source>The connection broke before the answer was whole.</source>
        <translation>응답을 모두 받기 전에 연결이 끊겼습니다.</translation>
    </message>
    <message>
        <source>There is no supervisor with this configuration.</source>
        <translation>이 구성을 쓰는 supervisor가 없습니다.</translation>
    </message>
    <message>
        <source>The supervisor of the streaming jobs does not run.</source>
        <translation>스트리밍 작업의 supervisor가 실행되고 있지 않습니다.</translation>
    </message>
    <message>
        <source>There is no program %1 on this computer.</source>
        <translation>이 컴퓨터에 프로그램 %1이(가) 없습니다.</translation>
    </message>
    <message>
        <source>%1 wrote more than can be taken.</source>
        <translation>%1의 출력이 너무 많아 받을 수 없습니다.</translation>
    </message>
    <message>
        <source>The table has no columns.</source>
        <translation>테이블에 열이 없습니다.</translation>
    </message>
    <message>
        <source>%1 is no type of a column.</source>
        <translation>%1은(는) 열 타입이 아닙니다.</translation>
    </message>
    <message>
        <source>%1 is added without NOT NULL: old rows have none.</source>
        <translation>%1은(는) NOT NULL 없이 추가됩니다. 기존 행에 값이 없습니다.</translation>
    </message>
    <message>
        <source>%1 stays %2; the pipeline says %3.</source>
        <translation>%1은(는) %2(으)로 유지됩니다. 파이프라인에는 %3(으)로 되어 있습니다.</translation>
    </message>
    <message>
        <source>A deploy only adds: this statement does something else.</source>
        <translation>배포는 추가만 하는데 이 명령문은 다른 일을 합니다.</translation>
    </message>
    <message>
        <source>Messages with a key go to other partitions from then on.</source>
        <translation>이후 키가 있는 메시지는 다른 파티션으로 들어갑니다.</translation>
    </message>
    <message>
        <source>It keeps its %1 partitions; none can be taken away.</source>
        <translation>파티션 %1개를 유지합니다. 파티션은 줄일 수 없습니다.</translation>
    </message>
    <message>
        <source>It keeps its %1 replicas.</source>
        <translation>복제본 %1개를 유지합니다.</translation>
    </message>
    <message>
        <source>The version could not be kept.</source>
        <translation>버전을 보관할 수 없습니다.</translation>
    </message>
    <message>
        <source>This is no ordinary file.</source>
        <translation>일반 파일이 아닙니다.</translation>
    </message>
    <message>
        <source>The file is not there any more.</source>
        <translation>파일이 더 이상 없습니다.</translation>
    </message>
    <message>
        <source>The file was changed by somebody else.</source>
        <translation>다른 사람이 파일을 변경했습니다.</translation>
    </message>
    <message>
        <source>There is another file of this name.</source>
        <translation>같은 이름의 다른 파일이 있습니다.</translation>
    </message>
    <message>
        <source>The profile has no Airflow service.</source>
        <translation>프로필에 Airflow 서비스가 없습니다.</translation>
    </message>
    <message>
        <source>Airflow does not have it yet: deploy it first.</source>
        <translation>Airflow에 아직 없습니다. 먼저 배포하세요.</translation>
    </message>
    <message>
        <source>There is no run yet in which the node could run again.</source>
        <translation>노드를 다시 실행할 수 있는 실행이 아직 없습니다.</translation>
    </message>
    <message>
        <source>Set %1</source>
        <translation>%1 설정</translation>
    </message>
    <message>
        <source>Edit %1</source>
        <translation>%1 편집</translation>
    </message>
    <message>
        <source>Set the trigger</source>
        <translation>트리거 설정</translation>
    </message>
    <message>
        <source>Set values of %1</source>
        <translation>%1의 값 설정</translation>
    </message>
    <message>
        <source>This folder cannot be made.</source>
        <translation>이 폴더를 만들 수 없습니다.</translation>
    </message>
    <message>
        <source>There is no trash for this folder. Nothing was deleted.</source>
        <translation>이 폴더에는 휴지통이 없습니다. 아무것도 삭제하지 않았습니다.</translation>
    </message>
    <message>
        <source>Move to the trash…</source>
        <translation>휴지통으로 이동…</translation>
    </message>
    <message>
        <source>Move %1 to the trash?</source>
        <translation>%1을(를) 휴지통으로 이동할까요?</translation>
    </message>
    <message>
        <source>The whole file goes, with every pipeline in it. What is deployed stays.</source>
        <translation>파일 전체가 그 안의 모든 파이프라인과 함께 없어집니다. 배포된 것은 남습니다.</translation>
    </message>
    <message>
        <source>The document goes, with its layout. What is deployed stays.</source>
        <translation>문서가 레이아웃과 함께 없어집니다. 배포된 것은 남습니다.</translation>
    </message>
    <message>
        <source>Move to the trash</source>
        <translation>휴지통으로 이동</translation>
    </message>
    <message>
        <source>%1 to the trash</source>
        <translation>%1 휴지통으로 이동</translation>
    </message>
    <message>
        <source>%1 is in the trash.</source>
        <translation>%1이(가) 휴지통에 있습니다.</translation>
    </message>
    <message>
        <source>Move</source>
        <translation>이동</translation>
    </message>
    <message>
        <source>Open group</source>
        <translation>그룹 열기</translation>
    </message>
    <message>
        <source>Close group</source>
        <translation>그룹 닫기</translation>
    </message>
    <message>
        <source>Connect %1 and %2</source>
        <translation>%1와(과) %2 연결</translation>
    </message>
    <message>
        <source>Add %1</source>
        <translation>%1 추가</translation>
    </message>
    <message>
        <source>Disconnect %1 and %2</source>
        <translation>%1와(과) %2 연결 해제</translation>
    </message>
    <message>
        <source>Delete %1</source>
        <translation>%1 삭제</translation>
    </message>
    <message numerus="yes">
        <source>Delete %n nodes</source>
        <translation>
            <numerusform>노드 %n개 삭제</numerusform>
        </translation>
    </message>
    <message>
        <source>Paste</source>
        <translation>붙여넣기</translation>
    </message>
    <message>
        <source>Duplicate</source>
        <translation>복제</translation>
    </message>
    <message>
        <source>Group</source>
        <translation>그룹으로 묶기</translation>
    </message>
    <message>
        <source>Ungroup</source>
        <translation>그룹 해제</translation>
    </message>
    <message>
        <source>Add a note</source>
        <translation>메모 추가</translation>
    </message>
    <message>
        <source>Align</source>
        <translation>맞춤</translation>
    </message>
    <message>
        <source>Same gaps</source>
        <translation>간격 같게</translation>
    </message>
    <message>
        <source>Lay out</source>
        <translation>자동 배치</translation>
    </message>
    <message>
        <source>Lay out the selection</source>
        <translation>선택 항목 자동 배치</translation>
    </message>
    <message>
        <source>Rename %1</source>
        <translation>%1 이름 변경</translation>
    </message>
    <message>
        <source>Pipelines</source>
        <translation>파이프라인</translation>
    </message>
    <message>
        <source>Library of pipelines</source>
        <translation>파이프라인 라이브러리</translation>
    </message>
    <message>
        <source>DAGs, workflows, documents, templates</source>
        <translation>DAG, 워크플로, 문서, 템플릿</translation>
    </message>
    <message>
        <source>Pipeline editor</source>
        <translation>파이프라인 편집기</translation>
    </message>
    <message>
        <source>Canvas, DAG, draw, new pipeline</source>
        <translation>캔버스, DAG, 그리기, 새 파이프라인</translation>
    </message>
    <message>
        <source>DAG of a server</source>
        <translation>서버의 DAG</translation>
    </message>
    <message>
        <source>It is written in code on the server and has no document here.</source>
        <translation>서버에 코드로 작성되어 있어 여기에 문서가 없습니다.</translation>
    </message>
    <message>
        <source>What is on the clipboard is no part of a pipeline.</source>
        <translation>클립보드의 내용은 파이프라인의 일부가 아닙니다.</translation>
    </message>
    <message>
        <source>That is too much for the clipboard.</source>
        <translation>클립보드에 담기에는 너무 많습니다.</translation>
    </message>
    <message>
        <source>The pipeline on the clipboard holds no nodes.</source>
        <translation>클립보드의 파이프라인에 노드가 없습니다.</translation>
    </message>
    <message>
        <source>Groups and notes are not connected, nodes are.</source>
        <translation>그룹과 메모는 연결할 수 없고 노드만 연결할 수 있습니다.</translation>
    </message>
    <message>
        <source>%1 never ends, so nothing can wait for it.</source>
        <translation>%1은(는) 끝나지 않으므로 아무것도 기다릴 수 없습니다.</translation>
    </message>
    <message>
        <source>This would be a circle: %1 comes after %2 already.</source>
        <translation>순환이 생깁니다. %1이(가) 이미 %2 뒤에 있습니다.</translation>
    </message>
    <message>
        <source>The document cannot be read and so not be edited.</source>
        <translation>문서를 읽을 수 없어 편집할 수 없습니다.</translation>
    </message>
    <message>
        <source>Somebody else has changed the file. Nothing is written.</source>
        <translation>다른 사람이 파일을 변경했습니다. 아무것도 쓰지 않습니다.</translation>
    </message>
    <message>
        <source>Take what is on the disk</source>
        <translation>디스크의 내용 사용</translation>
    </message>
    <message>
        <source>Edit the text</source>
        <translation>텍스트 편집</translation>
    </message>
    <message>
        <source>Unsaved work cannot be written to the disk. It stays in memory and is tried again.</source>
        <translation>저장하지 않은 작업을 디스크에 쓸 수 없습니다. 메모리에 두고 다시 시도합니다.</translation>
    </message>
    <message>
        <source>There is no such pipeline in the file.</source>
        <translation>파일에 그런 파이프라인이 없습니다.</translation>
    </message>
    <message>
        <source>There is no such file.</source>
        <translation>그런 파일이 없습니다.</translation>
    </message>
    <message>
        <source>Everything that changes is left out.</source>
        <translation>변경되는 항목이 모두 제외되었습니다.</translation>
    </message>
    <message>
        <source>No service of the profile is the connection %1.</source>
        <translation>프로필에 연결 %1에 해당하는 서비스가 없습니다.</translation>
    </message>
    <message>
        <source>%1 cannot be looked into from here.</source>
        <translation>여기에서는 %1의 내용을 볼 수 없습니다.</translation>
    </message>
    <message>
        <source>No topic is connected to %1 yet.</source>
        <translation>%1에 연결된 토픽이 아직 없습니다.</translation>
    </message>
    <message>
        <source>%1 names no topic yet.</source>
        <translation>%1에 아직 토픽이 지정되어 있지 않습니다.</translation>
    </message>
    <message>
        <source>Tables of %1 cannot be looked at from here.</source>
        <translation>여기에서는 %1의 테이블을 볼 수 없습니다.</translation>
    </message>
    <message>
        <source>%1 names no table yet.</source>
        <translation>%1에 아직 테이블이 지정되어 있지 않습니다.</translation>
    </message>
    <message>
        <source>The profile names no supervisor of streaming jobs.</source>
        <translation>프로필에 스트리밍 작업의 supervisor가 지정되어 있지 않습니다.</translation>
    </message>
    <message numerus="yes">
        <source>%n node(s)</source>
        <translation>
            <numerusform>노드 %n개</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n edge(s)</source>
        <translation>
            <numerusform>연결선 %n개</numerusform>
        </translation>
    </message>
    <message>
        <source>No name and no table is there twice</source>
        <translation>같은 이름이나 테이블이 두 번 있지 않습니다</translation>
    </message>
    <message>
        <source>Settings are complete, and %1 %2 has them</source>
        <translation>설정이 완전하며 %1 %2에 모두 있습니다</translation>
    </message>
    <message>
        <source>Each environment has its values</source>
        <translation>모든 환경에 값이 있습니다</translation>
    </message>
    <message numerus="yes">
        <source>%n environment(s)</source>
        <translation>
            <numerusform>환경 %n개</numerusform>
        </translation>
    </message>
    <message>
        <source>Every edge fits both its ends</source>
        <translation>모든 연결선이 양쪽 끝에 맞습니다</translation>
    </message>
    <message>
        <source>Every input that is needed has an edge</source>
        <translation>필요한 모든 입력에 연결선이 있습니다</translation>
    </message>
    <message>
        <source>Nothing waits for itself</source>
        <translation>자기 자신을 기다리는 것이 없습니다</translation>
    </message>
    <message>
        <source>The worst case keeps every limit</source>
        <translation>최악의 경우에도 모든 한도를 지킵니다</translation>
    </message>
    <message numerus="yes">
        <source>%n limit(s)</source>
        <translation>
            <numerusform>한도 %n개</numerusform>
        </translation>
    </message>
    <message>
        <source>Something waits for every check</source>
        <translation>모든 검사를 기다리는 것이 있습니다</translation>
    </message>
    <message numerus="yes">
        <source>%n check(s)</source>
        <translation>
            <numerusform>검사 %n개</numerusform>
        </translation>
    </message>
    <message>
        <source>Every column that is read is there</source>
        <translation>읽는 모든 열이 있습니다</translation>
    </message>
    <message numerus="yes">
        <source>%n of your own kinds of nodes cannot be used.</source>
        <translation>
            <numerusform>사용자 정의 노드 종류 %n개를 사용할 수 없습니다.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>postgres</name>
    <message>
        <source>Session %1 is gone.</source>
        <translation>세션 %1이(가) 사라졌습니다.</translation>
    </message>
    <message>
        <source>No query runs that could be cancelled.</source>
        <translation>취소할 수 있는 실행 중인 쿼리가 없습니다.</translation>
    </message>
    <message>
        <source>The role must be a member of pg_signal_backend.</source>
        <translation>역할이 pg_signal_backend의 구성원이어야 합니다.</translation>
    </message>
    <message>
        <source>Terminate…</source>
        <translation>강제 종료…</translation>
    </message>
    <message>
        <source>Terminate session %1 (%2)?</source>
        <translation>세션 %1(%2)을(를) 강제 종료할까요?</translation>
    </message>
    <message>
        <source>Its connection ends and its open transaction is rolled back.</source>
        <translation>연결이 끝나고 열린 트랜잭션은 롤백됩니다.</translation>
    </message>
    <message>
        <source>Terminate</source>
        <translation>강제 종료</translation>
    </message>
    <message>
        <source>Cancel query</source>
        <translation>쿼리 취소</translation>
    </message>
    <message>
        <source>Cancel the query of session %1 (%2)?</source>
        <translation>세션 %1(%2)의 쿼리를 취소할까요?</translation>
    </message>
    <message>
        <source>The query fails; the session and its connection stay.</source>
        <translation>쿼리는 실패하고 세션과 연결은 유지됩니다.</translation>
    </message>
    <message>
        <source>Transaction open for</source>
        <translation>트랜잭션 열린 시간</translation>
    </message>
    <message>
        <source>Sessions that wait for it</source>
        <translation>이를 기다리는 세션</translation>
    </message>
    <message>
        <source>Last query</source>
        <translation>마지막 쿼리</translation>
    </message>
    <message>
        <source>Writes are off for this connection.</source>
        <translation>이 연결은 쓰기가 꺼져 있습니다.</translation>
    </message>
    <message>
        <source>The session was already gone.</source>
        <translation>세션이 이미 사라졌습니다.</translation>
    </message>
    <message>
        <source>Truncate…</source>
        <translation>비우기…</translation>
    </message>
    <message>
        <source>Truncate %1?</source>
        <translation>%1을(를) 비울까요?</translation>
    </message>
    <message>
        <source>All rows are removed at once. Readers wait until it is done.</source>
        <translation>모든 행이 한 번에 제거됩니다. 끝날 때까지 읽기가 기다립니다.</translation>
    </message>
    <message>
        <source>Truncate</source>
        <translation>비우기</translation>
    </message>
    <message>
        <source>Drop…</source>
        <translation>삭제…</translation>
    </message>
    <message>
        <source>Drop %1?</source>
        <translation>%1을(를) 삭제할까요?</translation>
    </message>
    <message>
        <source>It is refused while other objects depend on it.</source>
        <translation>다른 개체가 종속되어 있으면 거부됩니다.</translation>
    </message>
    <message>
        <source>Drop</source>
        <translation>삭제</translation>
    </message>
    <message>
        <source>Drop with everything that depends on it…</source>
        <translation>종속된 모든 개체와 함께 삭제…</translation>
    </message>
    <message>
        <source>Drop %1 and its dependents?</source>
        <translation>%1 및 종속 개체를 삭제할까요?</translation>
    </message>
    <message>
        <source>Every dependent object is dropped with it.</source>
        <translation>종속된 모든 개체가 함께 삭제됩니다.</translation>
    </message>
    <message>
        <source>Drop all</source>
        <translation>모두 삭제</translation>
    </message>
    <message>
        <source>Analyze</source>
        <translation>분석</translation>
    </message>
    <message>
        <source>Analyze %1?</source>
        <translation>%1을(를) 분석할까요?</translation>
    </message>
    <message>
        <source>Reads a sample of the rows and renews the planner&apos;s estimates.</source>
        <translation>행 표본을 읽어 플래너의 예상값을 갱신합니다.</translation>
    </message>
    <message>
        <source>Vacuum</source>
        <translation>VACUUM</translation>
    </message>
    <message>
        <source>Vacuum %1?</source>
        <translation>%1에 VACUUM을 실행할까요?</translation>
    </message>
    <message>
        <source>Dead rows become free space. Reads and writes go on.</source>
        <translation>죽은 행이 빈 공간이 됩니다. 읽기와 쓰기는 계속됩니다.</translation>
    </message>
    <message>
        <source>Rebuild</source>
        <translation>재구성</translation>
    </message>
    <message>
        <source>Rebuild %1?</source>
        <translation>%1을(를) 재구성할까요?</translation>
    </message>
    <message>
        <source>Built beside the old one, then swapped. Reads and writes go on.</source>
        <translation>기존 것 옆에 만든 뒤 바꿉니다. 읽기와 쓰기는 계속됩니다.</translation>
    </message>
    <message>
        <source>Refresh</source>
        <translation>새로 고침</translation>
    </message>
    <message>
        <source>Refresh %1?</source>
        <translation>%1을(를) 새로 고칠까요?</translation>
    </message>
    <message>
        <source>Its query runs again. Readers wait until it is done.</source>
        <translation>쿼리를 다시 실행합니다. 끝날 때까지 읽기가 기다립니다.</translation>
    </message>
    <message>
        <source>Refresh, readers go on</source>
        <translation>새로 고침, 읽기는 계속</translation>
    </message>
    <message>
        <source>Refresh %1 without blocking readers?</source>
        <translation>읽기를 막지 않고 %1을(를) 새로 고칠까요?</translation>
    </message>
    <message>
        <source>Slower, and needs a unique index.</source>
        <translation>더 느리고 고유 인덱스가 필요합니다.</translation>
    </message>
    <message>
        <source>Rows, estimate</source>
        <translation>행, 예상</translation>
    </message>
    <message>
        <source>Dead rows</source>
        <translation>죽은 행</translation>
    </message>
    <message>
        <source>Size on disk</source>
        <translation>디스크 크기</translation>
    </message>
    <message>
        <source>Dependent objects</source>
        <translation>종속 개체</translation>
    </message>
    <message>
        <source>Functions that name it and fail at their next run</source>
        <translation>이를 사용해 다음 실행에서 실패할 함수</translation>
    </message>
    <message>
        <source>All %1 connections this service may use are taken. Close an editor or raise the option maxConnections.</source>
        <translation>이 서비스가 쓸 수 있는 연결 %1개를 모두 사용 중입니다. 편집기를 닫거나 maxConnections 옵션을 늘리세요.</translation>
    </message>
    <message>
        <source>The server does not answer; check host, port and network.</source>
        <translation>서버가 응답하지 않습니다. 호스트, 포트, 네트워크를 확인하세요.</translation>
    </message>
    <message>
        <source>Check user and password of this connection.</source>
        <translation>이 연결의 사용자와 비밀번호를 확인하세요.</translation>
    </message>
    <message>
        <source>All connections of the server are in use.</source>
        <translation>서버의 모든 연결이 사용 중입니다.</translation>
    </message>
    <message>
        <source>Check the database name of this connection.</source>
        <translation>이 연결의 데이터베이스 이름을 확인하세요.</translation>
    </message>
    <message>
        <source>Another session holds a lock; see the lock view.</source>
        <translation>다른 세션이 잠금을 갖고 있습니다. 잠금 보기를 확인하세요.</translation>
    </message>
    <message>
        <source>The role lacks the right to do this.</source>
        <translation>이 작업을 할 권한이 역할에 없습니다.</translation>
    </message>
    <message>
        <source>The session or the role is read-only.</source>
        <translation>세션이나 역할이 읽기 전용입니다.</translation>
    </message>
    <message>
        <source>Check the TLS mode and the certificates of this connection.</source>
        <translation>이 연결의 TLS 모드와 인증서를 확인하세요.</translation>
    </message>
    <message>
        <source>The server asks for a password.</source>
        <translation>서버가 비밀번호를 요구합니다.</translation>
    </message>
    <message>
        <source>No server listens there; check host and port.</source>
        <translation>그곳에서 수신하는 서버가 없습니다. 호스트와 포트를 확인하세요.</translation>
    </message>
    <message>
        <source>The statement writes; analyze it inside a rollback.</source>
        <translation>쓰기를 하는 명령문입니다. 롤백되는 트랜잭션에서 분석하세요.</translation>
    </message>
    <message>
        <source>End the open transaction first.</source>
        <translation>먼저 열린 트랜잭션을 끝내세요.</translation>
    </message>
    <message>
        <source>%1 waits for a lock</source>
        <translation>%1이(가) 잠금을 기다립니다</translation>
    </message>
    <message>
        <source>Statement of %1 runs for %2 s</source>
        <translation>%1의 명령문이 %2초째 실행 중</translation>
    </message>
    <message numerus="yes">
        <source>%n deadlock(s)</source>
        <translation>
            <numerusform>교착 상태 %n회</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 of %2 connections are in use.</source>
        <translation>연결 %2개 중 %1개가 사용 중입니다.</translation>
    </message>
    <message>
        <source>Transactions</source>
        <translation>트랜잭션</translation>
    </message>
    <message>
        <source>Rollbacks</source>
        <translation>롤백</translation>
    </message>
    <message>
        <source>Rows read</source>
        <translation>읽은 행</translation>
    </message>
    <message>
        <source>Rows written</source>
        <translation>쓴 행</translation>
    </message>
    <message>
        <source>Deadlocks</source>
        <translation>교착 상태</translation>
    </message>
    <message>
        <source>Spilled to temporary files</source>
        <translation>임시 파일로 넘침</translation>
    </message>
    <message>
        <source>Cache hit ratio</source>
        <translation>캐시 적중률</translation>
    </message>
    <message>
        <source>Database size</source>
        <translation>데이터베이스 크기</translation>
    </message>
    <message>
        <source>Connections</source>
        <translation>연결</translation>
    </message>
    <message>
        <source>Active sessions</source>
        <translation>활성 세션</translation>
    </message>
    <message>
        <source>Idle in transaction</source>
        <translation>트랜잭션 중 유휴</translation>
    </message>
    <message>
        <source>Sessions waiting for a lock</source>
        <translation>잠금을 기다리는 세션</translation>
    </message>
    <message>
        <source>Replication lag</source>
        <translation>복제 지연</translation>
    </message>
    <message>
        <source>Table size</source>
        <translation>테이블 크기</translation>
    </message>
    <message>
        <source>Table writes</source>
        <translation>테이블 쓰기</translation>
    </message>
    <message>
        <source>%1 runs SQL that is hidden in a text.</source>
        <translation>%1은(는) 텍스트에 숨은 SQL을 실행합니다.</translation>
    </message>
    <message>
        <source>%1 runs with the rights of its owner.</source>
        <translation>%1은(는) 소유자 권한으로 실행됩니다.</translation>
    </message>
    <message>
        <source>%1 is a function of this database; what it does is not known.</source>
        <translation>%1은(는) 이 데이터베이스의 함수이며 무엇을 하는지 알 수 없습니다.</translation>
    </message>
    <message>
        <source>Reading %1 starts a program on the server.</source>
        <translation>%1을(를) 읽으면 서버에서 프로그램이 시작됩니다.</translation>
    </message>
    <message>
        <source>%1 may change something or reach outside the database.</source>
        <translation>%1은(는) 무언가를 바꾸거나 데이터베이스 밖에 닿을 수 있습니다.</translation>
    </message>
    <message>
        <source>The statement is unfinished or spells a name with escapes.</source>
        <translation>명령문이 끝나지 않았거나 이름을 이스케이프로 적었습니다.</translation>
    </message>
    <message>
        <source>Transactions are opened and closed by the guard itself.</source>
        <translation>트랜잭션은 보호 기능이 직접 열고 닫습니다.</translation>
    </message>
    <message>
        <source>%1 is not one of the statements that only read.</source>
        <translation>%1은(는) 읽기만 하는 명령문이 아닙니다.</translation>
    </message>
    <message>
        <source>The query writes.</source>
        <translation>쿼리가 쓰기를 합니다.</translation>
    </message>
    <message>
        <source>The query locks the rows it reads.</source>
        <translation>쿼리가 읽는 행을 잠급니다.</translation>
    </message>
    <message>
        <source>All %1 connections this service may use are taken.</source>
        <translation>이 서비스가 쓸 수 있는 연결 %1개를 모두 사용 중입니다.</translation>
    </message>
    <message>
        <source>Save a value to %1</source>
        <translation>값을 %1에 저장</translation>
    </message>
    <message>
        <source>The row is not there any more.</source>
        <translation>행이 더 이상 없습니다.</translation>
    </message>
    <message>
        <source>%1 bytes written</source>
        <translation>%1바이트 저장됨</translation>
    </message>
    <message>
        <source>Database</source>
        <translation>데이터베이스</translation>
    </message>
    <message>
        <source>Empty: the one named like the user.</source>
        <translation>비우면 사용자와 이름이 같은 데이터베이스.</translation>
    </message>
    <message>
        <source>Port of the socket</source>
        <translation>소켓의 포트</translation>
    </message>
    <message>
        <source>For an address that is the folder of a unix socket.</source>
        <translation>주소가 유닉스 소켓 폴더일 때 사용합니다.</translation>
    </message>
    <message>
        <source>Use PG* variables and ~/.pgpass</source>
        <translation>PG* 변수와 ~/.pgpass 사용</translation>
    </message>
    <message>
        <source>Give up connecting after</source>
        <translation>연결 포기까지</translation>
    </message>
    <message>
        <source>Connections at most</source>
        <translation>최대 연결 수</translation>
    </message>
    <message>
        <source>Three are for the catalogue, the facets and the lock view.</source>
        <translation>세 개는 카탈로그, 관측 정보, 잠금 보기에 쓰입니다.</translation>
    </message>
    <message>
        <source>COPY … FROM STDIN cannot be typed here; use the import.</source>
        <translation>COPY … FROM STDIN은 여기에 입력할 수 없습니다. 가져오기를 사용하세요.</translation>
    </message>
    <message>
        <source>Row %1 is longer than 256 MB. What came before it is kept.</source>
        <translation>%1행이 256 MB보다 깁니다. 그 앞까지는 보관됩니다.</translation>
    </message>
    <message>
        <source>The parameter %1 has no value.</source>
        <translation>매개변수 %1에 값이 없습니다.</translation>
    </message>
    <message>
        <source>Writes are off again. The open transaction may only be committed or rolled back.</source>
        <translation>쓰기가 다시 꺼졌습니다. 열린 트랜잭션은 커밋하거나 롤백만 할 수 있습니다.</translation>
    </message>
    <message>
        <source>The address must be host:port or the path of a socket.</source>
        <translation>주소는 host:port 또는 소켓 경로여야 합니다.</translation>
    </message>
    <message>
        <source>The connection ended during the COMMIT: the transaction may be committed or rolled back.</source>
        <translation>COMMIT 도중 연결이 끊어졌습니다. 트랜잭션은 커밋되었을 수도, 롤백되었을 수도 있습니다.</translation>
    </message>
    <message>
        <source>The open transaction is gone: its connection ended, and the server rolled back what was not committed.</source>
        <translation>열려 있던 트랜잭션이 사라졌습니다. 연결이 끊어졌고, 커밋되지 않은 것은 서버가 롤백했습니다.</translation>
    </message>
    <message>
        <source>Not sent: the open transaction is gone. Its connection ended, and the server rolled back what was not committed. The next statement starts on a new connection.</source>
        <translation>보내지 않았습니다. 열려 있던 트랜잭션이 사라졌습니다. 연결이 끊어졌고, 커밋되지 않은 것은 서버가 롤백했습니다. 다음 문은 새 연결에서 시작합니다.</translation>
    </message>
    <message>
        <source>The server knew of no open transaction any more: nothing was committed.</source>
        <translation>서버에 열려 있는 트랜잭션이 더 이상 없었습니다. 커밋된 것은 없습니다.</translation>
    </message>
</context>
<context>
    <name>queue</name>
    <message>
        <source>Close the quotes, and leave a space after them.</source>
        <translation>따옴표를 닫고 그 뒤에 공백을 두세요.</translation>
    </message>
    <message>
        <source>Queue</source>
        <translation>큐</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>키</translation>
    </message>
    <message>
        <source>It changes the server, and this connection may not write now.</source>
        <translation>서버를 변경하는데 지금 이 연결은 쓸 수 없습니다.</translation>
    </message>
    <message>
        <source>The connection broke in the middle of an answer.</source>
        <translation>응답 중에 연결이 끊어졌습니다.</translation>
    </message>
    <message>
        <source>The server closed the connection.</source>
        <translation>서버가 연결을 닫았습니다.</translation>
    </message>
    <message>
        <source>Somebody else changed it meanwhile. Load it again, then decide.</source>
        <translation>그사이 다른 사람이 변경했습니다. 다시 불러온 뒤 결정하세요.</translation>
    </message>
    <message>
        <source>Only commands that read are sent without asking.</source>
        <translation>읽기 명령만 묻지 않고 보냅니다.</translation>
    </message>
    <message>
        <source>Run command…</source>
        <translation>명령 실행…</translation>
    </message>
    <message>
        <source>Run this command?</source>
        <translation>이 명령을 실행할까요?</translation>
    </message>
    <message>
        <source>Run</source>
        <translation>실행</translation>
    </message>
    <message>
        <source>Clear slow log…</source>
        <translation>슬로우 로그 지우기…</translation>
    </message>
    <message>
        <source>Clear the slow log?</source>
        <translation>슬로우 로그를 지울까요?</translation>
    </message>
    <message>
        <source>Its entries are gone for everybody.</source>
        <translation>모든 사용자에게서 항목이 사라집니다.</translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>지우기</translation>
    </message>
    <message>
        <source>Change threshold…</source>
        <translation>기준 변경…</translation>
    </message>
    <message>
        <source>Change what counts as slow?</source>
        <translation>느림 기준을 바꿀까요?</translation>
    </message>
    <message>
        <source>It holds for everybody until the server starts again.</source>
        <translation>서버가 다시 시작할 때까지 모두에게 적용됩니다.</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>변경</translation>
    </message>
    <message>
        <source>The connection was removed meanwhile.</source>
        <translation>그사이 연결이 제거되었습니다.</translation>
    </message>
    <message>
        <source>Database</source>
        <translation>데이터베이스</translation>
    </message>
    <message>
        <source>The number of the database, as in SELECT.</source>
        <translation>SELECT에서 쓰는 데이터베이스 번호.</translation>
    </message>
    <message>
        <source>Separator</source>
        <translation>구분자</translation>
    </message>
    <message>
        <source>What parts the names of keys into levels of the tree.</source>
        <translation>키 이름을 트리 단계로 나누는 기호.</translation>
    </message>
    <message>
        <source>Time to connect</source>
        <translation>연결 대기 시간</translation>
    </message>
    <message>
        <source>How long to wait for the server when connecting.</source>
        <translation>연결할 때 서버를 기다리는 시간.</translation>
    </message>
    <message>
        <source>ssh configuration</source>
        <translation>ssh 설정</translation>
    </message>
    <message>
        <source>A file to use instead of ~/.ssh/config.</source>
        <translation>~/.ssh/config 대신 사용할 파일.</translation>
    </message>
    <message>
        <source>%1 took %2 ms</source>
        <translation>%1에 %2 ms 걸림</translation>
    </message>
    <message>
        <source>The server started again</source>
        <translation>서버가 다시 시작됨</translation>
    </message>
    <message numerus="yes">
        <source>%n key(s) evicted</source>
        <translation>
            <numerusform>키 %n개 축출됨</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n connection(s) rejected</source>
        <translation>
            <numerusform>연결 %n개 거부됨</numerusform>
        </translation>
    </message>
    <message>
        <source>The last snapshot could not be written.</source>
        <translation>마지막 스냅샷을 쓰지 못했습니다.</translation>
    </message>
    <message>
        <source>The append-only file cannot be written.</source>
        <translation>append-only 파일을 쓸 수 없습니다.</translation>
    </message>
    <message>
        <source>The link to the primary is down.</source>
        <translation>주 서버 연결이 끊어졌습니다.</translation>
    </message>
    <message>
        <source>The memory limit was changed</source>
        <translation>메모리 한도가 변경됨</translation>
    </message>
    <message>
        <source>Type a command.</source>
        <translation>명령을 입력하세요.</translation>
    </message>
    <message>
        <source>Its answer may hold passwords.</source>
        <translation>응답에 비밀번호가 들어 있을 수 있습니다.</translation>
    </message>
    <message>
        <source>It runs code, blocks, or changes the connection or the server itself.</source>
        <translation>코드를 실행하거나, 블록되거나, 연결 또는 서버 자체를 바꿉니다.</translation>
    </message>
    <message>
        <source>KEYS stops the server for everybody. Use the key tree or SCAN.</source>
        <translation>KEYS는 모두의 서버를 멈춥니다. 키 트리나 SCAN을 사용하세요.</translation>
    </message>
    <message>
        <source>Waiting reads would hold up this connection.</source>
        <translation>대기하는 읽기는 이 연결을 붙잡아 둡니다.</translation>
    </message>
    <message>
        <source>SAMPLES 0 visits every element and stops the server meanwhile.</source>
        <translation>SAMPLES 0은 모든 요소를 훑으며 그동안 서버를 멈춥니다.</translation>
    </message>
    <message>
        <source>Operations</source>
        <translation>연산</translation>
    </message>
    <message>
        <source>Reads</source>
        <translation>읽기</translation>
    </message>
    <message>
        <source>Writes</source>
        <translation>쓰기</translation>
    </message>
    <message>
        <source>Memory used</source>
        <translation>사용 메모리</translation>
    </message>
    <message>
        <source>Memory resident</source>
        <translation>상주 메모리</translation>
    </message>
    <message>
        <source>Clients</source>
        <translation>클라이언트</translation>
    </message>
    <message>
        <source>Clients waiting</source>
        <translation>대기 중인 클라이언트</translation>
    </message>
    <message>
        <source>Key hits</source>
        <translation>키 적중</translation>
    </message>
    <message>
        <source>Key misses</source>
        <translation>키 실패</translation>
    </message>
    <message>
        <source>Hit ratio since start</source>
        <translation>시작 이후 적중률</translation>
    </message>
    <message>
        <source>Evicted keys</source>
        <translation>축출된 키</translation>
    </message>
    <message>
        <source>Expired keys</source>
        <translation>만료된 키</translation>
    </message>
    <message>
        <source>Bytes received</source>
        <translation>받은 바이트</translation>
    </message>
    <message>
        <source>Bytes sent</source>
        <translation>보낸 바이트</translation>
    </message>
    <message>
        <source>Replica lag</source>
        <translation>복제본 지연</translation>
    </message>
    <message>
        <source>Memory fragmentation</source>
        <translation>메모리 단편화</translation>
    </message>
    <message>
        <source>Rejected connections</source>
        <translation>거부된 연결</translation>
    </message>
    <message>
        <source>The server is loading its data.</source>
        <translation>서버가 데이터를 불러오고 있습니다.</translation>
    </message>
    <message>
        <source>Memory is at its limit.</source>
        <translation>메모리가 한도에 도달했습니다.</translation>
    </message>
    <message>
        <source>Nearly all connections are taken.</source>
        <translation>거의 모든 연결이 사용 중입니다.</translation>
    </message>
    <message numerus="yes">
        <source>%n key(s) deleted</source>
        <translation>
            <numerusform>키 %n개 삭제됨</numerusform>
        </translation>
    </message>
    <message>
        <source>Keys deleted</source>
        <translation>삭제할 키</translation>
    </message>
    <message>
        <source>Elements in them</source>
        <translation>포함된 요소</translation>
    </message>
    <message>
        <source>Memory freed, about</source>
        <translation>해제될 메모리(약)</translation>
    </message>
    <message>
        <source>Set time to live…</source>
        <translation>TTL 설정…</translation>
    </message>
    <message>
        <source>Set the time to live of %1?</source>
        <translation>%1의 TTL을 설정할까요?</translation>
    </message>
    <message>
        <source>The key is deleted by the server when it has passed.</source>
        <translation>시간이 지나면 서버가 키를 삭제합니다.</translation>
    </message>
    <message>
        <source>Set time to live</source>
        <translation>TTL 설정</translation>
    </message>
    <message>
        <source>Keep for ever</source>
        <translation>무기한 유지</translation>
    </message>
    <message>
        <source>Keep %1 for ever?</source>
        <translation>%1을(를) 무기한 유지할까요?</translation>
    </message>
    <message>
        <source>Its time to live is removed.</source>
        <translation>TTL이 제거됩니다.</translation>
    </message>
    <message>
        <source>Rename…</source>
        <translation>이름 변경…</translation>
    </message>
    <message>
        <source>Rename %1 to %2?</source>
        <translation>%1의 이름을 %2(으)로 바꿀까요?</translation>
    </message>
    <message>
        <source>Nothing happens when the new name is taken.</source>
        <translation>새 이름이 이미 있으면 아무 일도 일어나지 않습니다.</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>이름 변경</translation>
    </message>
    <message>
        <source>A key of the new name is there already.</source>
        <translation>새 이름의 키가 이미 있습니다.</translation>
    </message>
    <message>
        <source>Copy…</source>
        <translation>복사…</translation>
    </message>
    <message>
        <source>Copy %1 to %2?</source>
        <translation>%1을(를) %2(으)로 복사할까요?</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>복사</translation>
    </message>
    <message>
        <source>Delete…</source>
        <translation>삭제…</translation>
    </message>
    <message>
        <source>Delete %1?</source>
        <translation>%1을(를) 삭제할까요?</translation>
    </message>
    <message numerus="yes">
        <source>Delete %n key(s)?</source>
        <translation>
            <numerusform>키 %n개를 삭제할까요?</numerusform>
        </translation>
    </message>
    <message>
        <source>The values are gone; the server keeps no copy.</source>
        <translation>값이 사라집니다. 서버에는 사본이 남지 않습니다.</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>삭제</translation>
    </message>
    <message>
        <source>Delete these keys…</source>
        <translation>이 키들 삭제…</translation>
    </message>
    <message>
        <source>Delete all keys that begin with %1?</source>
        <translation>%1(으)로 시작하는 모든 키를 삭제할까요?</translation>
    </message>
    <message>
        <source>They are found by SCAN and deleted in steps of 200; it can be stopped in between.</source>
        <translation>SCAN으로 찾아 200개씩 삭제합니다. 중간에 멈출 수 있습니다.</translation>
    </message>
    <message>
        <source>Delete keys</source>
        <translation>키 삭제</translation>
    </message>
    <message>
        <source>Keys found so far</source>
        <translation>지금까지 찾은 키</translation>
    </message>
    <message>
        <source>Entries added to %1</source>
        <translation>%1에 추가된 엔트리</translation>
    </message>
    <message>
        <source>Read this value in windows instead of as a whole.</source>
        <translation>이 값은 전체 대신 구간으로 나누어 읽으세요.</translation>
    </message>
    <message>
        <source>This does not answer like a Redis server. Check address and TLS.</source>
        <translation>Redis 서버의 응답이 아닙니다. 주소와 TLS를 확인하세요.</translation>
    </message>
    <message>
        <source>Check user and password of this connection.</source>
        <translation>이 연결의 사용자와 비밀번호를 확인하세요.</translation>
    </message>
    <message>
        <source>The server&apos;s access rules do not allow this for the user.</source>
        <translation>서버의 접근 규칙이 이 사용자에게 허용하지 않습니다.</translation>
    </message>
    <message>
        <source>This is a replica. Connect to its primary to write.</source>
        <translation>복제본입니다. 쓰려면 주 서버에 연결하세요.</translation>
    </message>
    <message>
        <source>The server is busy. It is asked again by itself.</source>
        <translation>서버가 바쁩니다. 자동으로 다시 요청합니다.</translation>
    </message>
    <message>
        <source>The key lives on another node of the cluster.</source>
        <translation>키가 클러스터의 다른 노드에 있습니다.</translation>
    </message>
    <message>
        <source>The server takes no more connections (maxclients).</source>
        <translation>서버가 더 이상 연결을 받지 않습니다(maxclients).</translation>
    </message>
    <message>
        <source>Is the server running, and is address and port right?</source>
        <translation>서버가 실행 중이며 주소와 포트가 맞습니까?</translation>
    </message>
    <message>
        <source>Is there a firewall in between, or is the host down?</source>
        <translation>중간에 방화벽이 있거나 호스트가 꺼져 있습니까?</translation>
    </message>
    <message>
        <source>Write the address as host:port or as a socket&apos;s path.</source>
        <translation>주소를 host:port 또는 소켓 경로로 쓰세요.</translation>
    </message>
    <message>
        <source>The host name %1 is not known here.</source>
        <translation>호스트 이름 %1을(를) 찾을 수 없습니다.</translation>
    </message>
    <message>
        <source>Acknowledge…</source>
        <translation>확인(ACK)…</translation>
    </message>
    <message numerus="yes">
        <source>Acknowledge %n pending entries?</source>
        <translation>
            <numerusform>미확인 엔트리 %n개를 확인(ACK)할까요?</numerusform>
        </translation>
    </message>
    <message>
        <source>The group counts them as done; no consumer gets them again.</source>
        <translation>그룹에서 완료로 처리되어 어떤 소비자도 다시 받지 않습니다.</translation>
    </message>
    <message>
        <source>Acknowledge</source>
        <translation>확인(ACK)</translation>
    </message>
    <message>
        <source>Claim…</source>
        <translation>클레임…</translation>
    </message>
    <message numerus="yes">
        <source>Give %n pending entries to %1?</source>
        <translation>
            <numerusform>미확인 엔트리 %n개를 %1에 넘길까요?</numerusform>
        </translation>
    </message>
    <message>
        <source>Entries somebody else touched in the meantime stay where they are.</source>
        <translation>그사이 다른 곳에서 건드린 엔트리는 그대로 남습니다.</translation>
    </message>
    <message>
        <source>Claim</source>
        <translation>클레임</translation>
    </message>
    <message numerus="yes">
        <source>%n entries claimed</source>
        <translation>
            <numerusform>엔트리 %n개 클레임됨</numerusform>
        </translation>
    </message>
    <message>
        <source>Add consumer group…</source>
        <translation>소비자 그룹 추가…</translation>
    </message>
    <message>
        <source>Add the consumer group %1 to %2?</source>
        <translation>%2에 소비자 그룹 %1을(를) 추가할까요?</translation>
    </message>
    <message>
        <source>Add group</source>
        <translation>그룹 추가</translation>
    </message>
    <message>
        <source>Delete consumer group…</source>
        <translation>소비자 그룹 삭제…</translation>
    </message>
    <message>
        <source>Delete the consumer group %1 of %2?</source>
        <translation>%2의 소비자 그룹 %1을(를) 삭제할까요?</translation>
    </message>
    <message>
        <source>Its position and its pending entries are forgotten.</source>
        <translation>위치와 미확인 엔트리가 사라집니다.</translation>
    </message>
    <message>
        <source>Delete group</source>
        <translation>그룹 삭제</translation>
    </message>
    <message>
        <source>Pending entries forgotten</source>
        <translation>사라질 미확인 엔트리</translation>
    </message>
    <message>
        <source>Consumers</source>
        <translation>소비자</translation>
    </message>
    <message>
        <source>Save value</source>
        <translation>값 저장</translation>
    </message>
    <message>
        <source>Save the new value of %1?</source>
        <translation>%1의 새 값을 저장할까요?</translation>
    </message>
    <message>
        <source>Save field</source>
        <translation>필드 저장</translation>
    </message>
    <message>
        <source>Save the field %1 of %2?</source>
        <translation>%2의 필드 %1을(를) 저장할까요?</translation>
    </message>
    <message>
        <source>Delete field</source>
        <translation>필드 삭제</translation>
    </message>
    <message>
        <source>Delete the field %1 of %2?</source>
        <translation>%2의 필드 %1을(를) 삭제할까요?</translation>
    </message>
    <message>
        <source>Save item</source>
        <translation>항목 저장</translation>
    </message>
    <message>
        <source>Save item %1 of %2?</source>
        <translation>%2의 항목 %1을(를) 저장할까요?</translation>
    </message>
    <message>
        <source>Add at the front</source>
        <translation>앞에 추가</translation>
    </message>
    <message>
        <source>Add an item at the front of %1?</source>
        <translation>%1의 앞에 항목을 추가할까요?</translation>
    </message>
    <message>
        <source>Add at the end</source>
        <translation>끝에 추가</translation>
    </message>
    <message>
        <source>Add an item at the end of %1?</source>
        <translation>%1의 끝에 항목을 추가할까요?</translation>
    </message>
    <message>
        <source>Delete item</source>
        <translation>항목 삭제</translation>
    </message>
    <message>
        <source>Delete item %1 of %2?</source>
        <translation>%2의 항목 %1을(를) 삭제할까요?</translation>
    </message>
    <message>
        <source>Add member</source>
        <translation>멤버 추가</translation>
    </message>
    <message>
        <source>Add a member to %1?</source>
        <translation>%1에 멤버를 추가할까요?</translation>
    </message>
    <message>
        <source>Delete member</source>
        <translation>멤버 삭제</translation>
    </message>
    <message>
        <source>Delete the member %1 of %2?</source>
        <translation>%2의 멤버 %1을(를) 삭제할까요?</translation>
    </message>
    <message>
        <source>Save score</source>
        <translation>점수 저장</translation>
    </message>
    <message>
        <source>Save the score of %1 in %2?</source>
        <translation>%2에 있는 %1의 점수를 저장할까요?</translation>
    </message>
    <message>
        <source>Add entry</source>
        <translation>엔트리 추가</translation>
    </message>
    <message>
        <source>Add an entry to %1?</source>
        <translation>%1에 엔트리를 추가할까요?</translation>
    </message>
    <message>
        <source>Delete entry</source>
        <translation>엔트리 삭제</translation>
    </message>
    <message>
        <source>Delete the entry %1 of %2?</source>
        <translation>%2의 엔트리 %1을(를) 삭제할까요?</translation>
    </message>
    <message>
        <source>Nothing is sent when somebody else changed it meanwhile.</source>
        <translation>그사이 다른 사람이 변경했으면 아무것도 보내지 않습니다.</translation>
    </message>
    <message>
        <source>Console</source>
        <translation>콘솔</translation>
    </message>
    <message>
        <source>Every key of every database of this server is deleted for good.</source>
        <translation>이 서버의 모든 데이터베이스에 있는 모든 키가 영구히 삭제됩니다.</translation>
    </message>
    <message>
        <source>Every key of this database is deleted for good.</source>
        <translation>이 데이터베이스의 모든 키가 영구히 삭제됩니다.</translation>
    </message>
    <message>
        <source>It changes the server. It runs as typed, and what it changes is not known beforehand.</source>
        <translation>서버를 변경합니다. 입력한 그대로 실행되며 무엇이 바뀌는지는 미리 알 수 없습니다.</translation>
    </message>
    <message>
        <source>What somebody else saved meanwhile is lost.</source>
        <translation>그사이 다른 사람이 저장한 내용은 사라집니다.</translation>
    </message>
    <message>
        <source>Key browser, streams, groups</source>
        <translation>키 브라우저,스트림,그룹,key browser,streams</translation>
    </message>
    <message>
        <source>Commands, terminal, command line</source>
        <translation>명령,터미널,명령줄,console,terminal</translation>
    </message>
    <message>
        <source>It is made anew.</source>
        <translation>새로 만듭니다.</translation>
    </message>
    <message>
        <source>No key begins so any more.</source>
        <translation>이렇게 시작하는 키가 더 이상 없습니다.</translation>
    </message>
    <message>
        <source>It had no time to live.</source>
        <translation>원래 TTL이 없었습니다.</translation>
    </message>
    <message>
        <source>%1 of %2 keys deleted; the others were gone already.</source>
        <translation>키 %2개 중 %1개를 삭제했습니다. 나머지는 이미 없었습니다.</translation>
    </message>
    <message>
        <source>The key is gone: it was deleted, or its time had passed.</source>
        <translation>키가 없습니다. 삭제되었거나 TTL이 지났습니다.</translation>
    </message>
    <message>
        <source>It is gone: somebody else deleted it, or the time of the key passed.</source>
        <translation>더 이상 없습니다. 다른 사람이 삭제했거나 키의 TTL이 지났습니다.</translation>
    </message>
    <message>
        <source>The list is shorter by now; it has no item there.</source>
        <translation>리스트가 그사이 짧아져 그 위치에 항목이 없습니다.</translation>
    </message>
    <message>
        <source>None of them was pending any more.</source>
        <translation>미확인 엔트리가 더 이상 없습니다.</translation>
    </message>
    <message>
        <source>None was claimed: somebody else touched or acknowledged them meanwhile.</source>
        <translation>클레임한 엔트리가 없습니다. 그사이 다른 사람이 처리했거나 확인했습니다.</translation>
    </message>
    <message>
        <source>The group was gone already.</source>
        <translation>그룹이 이미 없었습니다.</translation>
    </message>
    <message>
        <source>It is a member already.</source>
        <translation>이미 멤버입니다.</translation>
    </message>
    <message>
        <source>Add field</source>
        <translation>필드 추가</translation>
    </message>
    <message>
        <source>Add the field %1 to %2?</source>
        <translation>%2에 필드 %1을(를) 추가할까요?</translation>
    </message>
    <message>
        <source>A field of that name is there already. Edit the existing one.</source>
        <translation>같은 이름의 필드가 이미 있습니다. 기존 필드를 편집하세요.</translation>
    </message>
    <message>
        <source>It is a member already. Edit the score of the existing one.</source>
        <translation>이미 멤버입니다. 기존 멤버의 점수를 편집하세요.</translation>
    </message>
</context>
<context>
    <name>streams</name>
    <message>
        <source>Messages</source>
        <translation>메시지</translation>
    </message>
    <message>
        <source>Bytes</source>
        <translation>바이트</translation>
    </message>
    <message>
        <source>New topic</source>
        <translation>새 토픽</translation>
    </message>
    <message>
        <source>Make the topic %1?</source>
        <translation>토픽 %1을(를) 만들까요?</translation>
    </message>
    <message>
        <source>Its number of partitions can grow later, but not shrink.</source>
        <translation>파티션 수는 나중에 늘릴 수 있지만 줄일 수는 없습니다.</translation>
    </message>
    <message>
        <source>Make topic</source>
        <translation>토픽 만들기</translation>
    </message>
    <message>
        <source>Add partitions</source>
        <translation>파티션 추가</translation>
    </message>
    <message>
        <source>Give %1 more partitions?</source>
        <translation>%1에 파티션을 추가할까요?</translation>
    </message>
    <message>
        <source>Messages with a key go to other partitions from then on, so their order is not kept across the change. It cannot be taken back.</source>
        <translation>이후 키가 있는 메시지는 다른 파티션으로 들어가므로 변경 전후의 순서가 유지되지 않습니다. 되돌릴 수 없습니다.</translation>
    </message>
    <message>
        <source>Partitions now</source>
        <translation>현재 파티션</translation>
    </message>
    <message>
        <source>Partitions then</source>
        <translation>이후 파티션</translation>
    </message>
    <message>
        <source>Change settings</source>
        <translation>설정 변경</translation>
    </message>
    <message>
        <source>Change settings of %1?</source>
        <translation>%1의 설정을 변경할까요?</translation>
    </message>
    <message>
        <source>Only these settings change. A shorter retention deletes messages within minutes.</source>
        <translation>이 설정만 바뀝니다. 보존 기간을 줄이면 몇 분 안에 메시지가 삭제됩니다.</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>변경</translation>
    </message>
    <message>
        <source>Delete messages</source>
        <translation>메시지 삭제</translation>
    </message>
    <message>
        <source>Delete messages of %1?</source>
        <translation>%1의 메시지를 삭제할까요?</translation>
    </message>
    <message>
        <source>Everything before these offsets is gone for good, for every reader.</source>
        <translation>이 오프셋 이전의 모든 내용이 모든 소비자에게서 영구히 사라집니다.</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>삭제</translation>
    </message>
    <message>
        <source>Partitions</source>
        <translation>파티션</translation>
    </message>
    <message>
        <source>A partition is not there or has no leader now.</source>
        <translation>파티션이 없거나 현재 리더가 없습니다.</translation>
    </message>
    <message>
        <source>Delete topic</source>
        <translation>토픽 삭제</translation>
    </message>
    <message>
        <source>Delete the topic %1?</source>
        <translation>토픽 %1을(를) 삭제할까요?</translation>
    </message>
    <message>
        <source>All its messages and what groups have committed of it are gone for good.</source>
        <translation>모든 메시지와 그룹이 커밋한 오프셋이 영구히 사라집니다.</translation>
    </message>
    <message>
        <source>Everybody who reads the topic gets them. They cannot be taken back.</source>
        <translation>토픽을 읽는 모두가 받습니다. 되돌릴 수 없습니다.</translation>
    </message>
    <message>
        <source>%1 written</source>
        <translation>%1개 기록됨</translation>
    </message>
    <message>
        <source>They keep key, value and headers and get a new offset and time. The old ones stay.</source>
        <translation>키, 값, 헤더는 그대로이고 오프셋과 시각은 새로 정해집니다. 기존 메시지는 남습니다.</translation>
    </message>
    <message>
        <source>This message is not kept any more.</source>
        <translation>이 메시지는 더 이상 보관되지 않습니다.</translation>
    </message>
    <message>
        <source>The cluster tells clients to use the address %1, which does not answer from here.</source>
        <translation>클러스터가 알려 준 주소 %1이(가) 여기서는 응답하지 않습니다.</translation>
    </message>
    <message>
        <source>Writing is off for this connection. Lift it first.</source>
        <translation>이 연결은 쓰기가 꺼져 있습니다. 먼저 해제하세요.</translation>
    </message>
    <message>
        <source>This connection is protected: nothing is written over it.</source>
        <translation>보호된 연결입니다. 이 연결로는 아무것도 쓰지 않습니다.</translation>
    </message>
    <message>
        <source>The connection was removed meanwhile.</source>
        <translation>그 사이에 연결이 제거되었습니다.</translation>
    </message>
    <message>
        <source>Login</source>
        <translation>로그인 방식</translation>
    </message>
    <message>
        <source>How user and password are told. Without a user nobody logs in.</source>
        <translation>사용자와 비밀번호를 전달하는 방식입니다. 사용자가 없으면 로그인하지 않습니다.</translation>
    </message>
    <message>
        <source>Addresses instead</source>
        <translation>대체 주소</translation>
    </message>
    <message>
        <source>Where brokers are that name themselves otherwise: kafka:9092=localhost:29092, …</source>
        <translation>다른 이름을 알리는 브로커의 실제 위치: kafka:9092=localhost:29092, …</translation>
    </message>
    <message>
        <source>Time to connect</source>
        <translation>연결 제한 시간</translation>
    </message>
    <message>
        <source>How long to wait for a broker when connecting.</source>
        <translation>연결할 때 브로커를 기다리는 시간입니다.</translation>
    </message>
    <message>
        <source>ssh configuration</source>
        <translation>ssh 설정</translation>
    </message>
    <message>
        <source>A file to use instead of ~/.ssh/config.</source>
        <translation>~/.ssh/config 대신 사용할 파일입니다.</translation>
    </message>
    <message>
        <source>%1 has no leader</source>
        <translation>%1에 리더가 없음</translation>
    </message>
    <message>
        <source>%1: broker %2 leads, was %3</source>
        <translation>%1: 리더가 브로커 %2, 이전 %3</translation>
    </message>
    <message>
        <source>%1: %2 of %3 copies in sync</source>
        <translation>%1: 복제본 %3개 중 %2개 동기화</translation>
    </message>
    <message>
        <source>%1: all copies in sync again</source>
        <translation>%1: 모든 복제본이 다시 동기화됨</translation>
    </message>
    <message>
        <source>Broker %1 is gone</source>
        <translation>브로커 %1이(가) 사라짐</translation>
    </message>
    <message>
        <source>Broker %1 is there</source>
        <translation>브로커 %1이(가) 나타남</translation>
    </message>
    <message>
        <source>%1 rebalances</source>
        <translation>%1 리밸런스 중</translation>
    </message>
    <message>
        <source>%1 has no members any more</source>
        <translation>%1에 더 이상 멤버가 없음</translation>
    </message>
    <message>
        <source>Reset offsets</source>
        <translation>오프셋 재설정</translation>
    </message>
    <message>
        <source>Move the group %1?</source>
        <translation>그룹 %1을(를) 옮길까요?</translation>
    </message>
    <message>
        <source>Its consumers go on from the new offsets: what lies between is read again, or never.</source>
        <translation>소비자는 새 오프셋부터 이어 갑니다. 그 사이의 내용은 다시 읽거나 영영 읽지 않습니다.</translation>
    </message>
    <message>
        <source>Save undo file and reset</source>
        <translation>실행 취소 파일 저장 후 재설정</translation>
    </message>
    <message>
        <source>Undo file</source>
        <translation>실행 취소 파일</translation>
    </message>
    <message>
        <source>This undo file belongs to another cluster.</source>
        <translation>이 실행 취소 파일은 다른 클러스터의 것입니다.</translation>
    </message>
    <message>
        <source>Take the reset back</source>
        <translation>재설정 되돌리기</translation>
    </message>
    <message>
        <source>Take back</source>
        <translation>되돌리기</translation>
    </message>
    <message>
        <source>Move the group %1 back?</source>
        <translation>그룹 %1을(를) 되돌릴까요?</translation>
    </message>
    <message>
        <source>Each offset returns with its metadata; a partition without a commit has none again.</source>
        <translation>각 오프셋이 메타데이터와 함께 돌아오고, 커밋이 없던 파티션은 다시 없어집니다.</translation>
    </message>
    <message>
        <source>Delete group</source>
        <translation>그룹 삭제</translation>
    </message>
    <message>
        <source>Delete the group %1?</source>
        <translation>그룹 %1을(를) 삭제할까요?</translation>
    </message>
    <message>
        <source>What it has committed is forgotten. It begins anew where its consumers say.</source>
        <translation>커밋한 내용이 잊히고, 소비자가 정한 위치에서 새로 시작합니다.</translation>
    </message>
    <message>
        <source>Forget offsets</source>
        <translation>오프셋 지우기</translation>
    </message>
    <message>
        <source>Forget what %1 has read of %2?</source>
        <translation>%1이(가) %2을(를) 읽은 위치를 지울까요?</translation>
    </message>
    <message>
        <source>The group begins anew with this topic where its consumers say.</source>
        <translation>그룹은 소비자가 정한 위치에서 이 토픽을 새로 읽습니다.</translation>
    </message>
    <message>
        <source>Forget</source>
        <translation>지우기</translation>
    </message>
    <message>
        <source>The group has committed nothing of this topic.</source>
        <translation>그룹이 이 토픽에 커밋한 것이 없습니다.</translation>
    </message>
    <message>
        <source>The broker lists this group but does not tell us its members.</source>
        <translation>브로커가 이 그룹을 나열하지만 멤버는 알려 주지 않습니다.</translation>
    </message>
    <message numerus="yes">
        <source>%n partition(s) have no leader.</source>
        <translation>
            <numerusform>파티션 %n개에 리더가 없습니다.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n partition(s) lack copies in sync.</source>
        <translation>
            <numerusform>파티션 %n개에 동기화된 복제본이 부족합니다.</numerusform>
        </translation>
    </message>
    <message>
        <source>Write the brokers as host:port, several with commas between.</source>
        <translation>브로커를 host:port로 쓰고, 여러 개는 쉼표로 구분하세요.</translation>
    </message>
    <message>
        <source>It may expect TLS or a login there, or none. Check the port and the settings.</source>
        <translation>그곳에서 TLS나 로그인을 요구하거나 받지 않을 수 있습니다. 포트와 설정을 확인하세요.</translation>
    </message>
    <message>
        <source>Is this a Kafka broker?</source>
        <translation>Kafka 브로커가 맞습니까?</translation>
    </message>
    <message>
        <source>The broker takes these logins: %1.</source>
        <translation>브로커가 받는 로그인 방식: %1.</translation>
    </message>
    <message>
        <source>Check user, password and login mechanism.</source>
        <translation>사용자, 비밀번호, 로그인 방식을 확인하세요.</translation>
    </message>
    <message>
        <source>This version of Kafka cannot do that.</source>
        <translation>이 버전의 Kafka는 할 수 없습니다.</translation>
    </message>
    <message>
        <source>Messages written</source>
        <translation>쓴 메시지</translation>
    </message>
    <message>
        <source>Lag</source>
        <translation>지연</translation>
    </message>
    <message>
        <source>Messages read</source>
        <translation>읽은 메시지</translation>
    </message>
    <message>
        <source>The group has members. Stop its consumers first.</source>
        <translation>그룹에 멤버가 있습니다. 먼저 소비자를 중지하세요.</translation>
    </message>
    <message>
        <source>A commit has moved meanwhile. Make the dry run once more.</source>
        <translation>그 사이에 커밋이 움직였습니다. 모의 실행을 다시 하세요.</translation>
    </message>
    <message>
        <source>Without its undo file the group is not moved.</source>
        <translation>실행 취소 파일 없이는 그룹을 옮기지 않습니다.</translation>
    </message>
    <message>
        <source>The dry run found partitions that cannot be moved now.</source>
        <translation>모의 실행에서 지금 옮길 수 없는 파티션이 발견되었습니다.</translation>
    </message>
    <message numerus="yes">
        <source>%n partition(s) moved</source>
        <translation>
            <numerusform>파티션 %n개 이동됨</numerusform>
        </translation>
    </message>
    <message>
        <source>The group has read on since: taking the reset back would lose that.</source>
        <translation>그 뒤로 그룹이 계속 읽었습니다. 재설정을 되돌리면 그 진행이 사라집니다.</translation>
    </message>
    <message numerus="yes">
        <source>%n partition(s) moved back</source>
        <translation>
            <numerusform>파티션 %n개 되돌림</numerusform>
        </translation>
    </message>
    <message>
        <source>The partition has no leader now: its brokers are away.</source>
        <translation>파티션에 현재 리더가 없습니다. 해당 브로커가 없습니다.</translation>
    </message>
    <message>
        <source>Write a field as $.order.items[0].sku</source>
        <translation>필드를 $.order.items[0].sku 형식으로 쓰세요</translation>
    </message>
    <message>
        <source>This is not a regular expression.</source>
        <translation>정규식이 아닙니다.</translation>
    </message>
    <message>
        <source>The topic is not there, or this user may not see it.</source>
        <translation>토픽이 없거나 이 사용자가 볼 수 없습니다.</translation>
    </message>
    <message>
        <source>This user has no right to that on the topic.</source>
        <translation>이 사용자에게 토픽에 대한 권한이 없습니다.</translation>
    </message>
    <message>
        <source>This user has no right to that on the group.</source>
        <translation>이 사용자에게 그룹에 대한 권한이 없습니다.</translation>
    </message>
    <message>
        <source>This user has no right to that on the cluster.</source>
        <translation>이 사용자에게 클러스터에 대한 권한이 없습니다.</translation>
    </message>
    <message>
        <source>The cluster keeps no access rules: it has no authorizer.</source>
        <translation>클러스터에 접근 규칙이 없습니다. authorizer가 설정되지 않았습니다.</translation>
    </message>
    <message>
        <source>Messages written by Kafka before 0.11 are not read.</source>
        <translation>Kafka 0.11 이전에 쓰인 메시지는 읽지 않습니다.</translation>
    </message>
    <message>
        <source>Name the schema registry in the options of the connection.</source>
        <translation>연결 옵션에 스키마 레지스트리를 지정하세요.</translation>
    </message>
    <message>
        <source>This is the beginning of a long value. Open it for all of it.</source>
        <translation>긴 값의 앞부분입니다. 전체를 보려면 여세요.</translation>
    </message>
    <message>
        <source>Add rule…</source>
        <translation>규칙 추가…</translation>
    </message>
    <message>
        <source>Allow %1 on %2 to %3?</source>
        <translation>%3에게 %2에 대한 %1을(를) 허용할까요?</translation>
    </message>
    <message>
        <source>Deny %1 on %2 to %3?</source>
        <translation>%3에게 %2에 대한 %1을(를) 거부할까요?</translation>
    </message>
    <message>
        <source>It holds at once. A resource with rules is closed to all others.</source>
        <translation>즉시 적용됩니다. 규칙이 있는 리소스는 다른 모두에게 닫힙니다.</translation>
    </message>
    <message>
        <source>It holds at once, and goes before whatever is allowed.</source>
        <translation>즉시 적용되며 모든 허용 규칙보다 우선합니다.</translation>
    </message>
    <message>
        <source>Add rule</source>
        <translation>규칙 추가</translation>
    </message>
    <message>
        <source>Remove rules…</source>
        <translation>규칙 제거…</translation>
    </message>
    <message numerus="yes">
        <source>Remove %n rules?</source>
        <translation>
            <numerusform>규칙 %n개를 제거할까요?</numerusform>
        </translation>
    </message>
    <message>
        <source>Clients lose what they were allowed at once, and regain what they were denied.</source>
        <translation>클라이언트는 허용되었던 것을 즉시 잃고 거부되었던 것을 다시 얻습니다.</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>제거</translation>
    </message>
    <message>
        <source>Rules</source>
        <translation>규칙</translation>
    </message>
    <message numerus="yes">
        <source>%n rules were removed.</source>
        <translation>
            <numerusform>규칙 %n개를 제거했습니다.</numerusform>
        </translation>
    </message>
    <message>
        <source>State now</source>
        <translation>현재 상태</translation>
    </message>
    <message>
        <source>Tasks</source>
        <translation>태스크</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>일시 중지</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>재개</translation>
    </message>
    <message>
        <source>Pause the connector %1?</source>
        <translation>커넥터 %1을(를) 일시 중지할까요?</translation>
    </message>
    <message>
        <source>Resume the connector %1?</source>
        <translation>커넥터 %1을(를) 재개할까요?</translation>
    </message>
    <message>
        <source>Its tasks stop reading and writing. They keep their places.</source>
        <translation>태스크가 읽기와 쓰기를 멈춥니다. 위치는 유지됩니다.</translation>
    </message>
    <message>
        <source>Its tasks go on where they stopped.</source>
        <translation>태스크가 멈춘 곳부터 이어 갑니다.</translation>
    </message>
    <message>
        <source>Restart what failed</source>
        <translation>실패한 것 다시 시작</translation>
    </message>
    <message>
        <source>Restart</source>
        <translation>다시 시작</translation>
    </message>
    <message>
        <source>Restart what failed of the connector %1?</source>
        <translation>커넥터 %1에서 실패한 것을 다시 시작할까요?</translation>
    </message>
    <message>
        <source>Restart the connector %1 with all its tasks?</source>
        <translation>커넥터 %1과(와) 모든 태스크를 다시 시작할까요?</translation>
    </message>
    <message>
        <source>What a task has not committed yet is read again, and may be written twice.</source>
        <translation>태스크가 아직 커밋하지 않은 내용은 다시 읽으며 두 번 쓰일 수 있습니다.</translation>
    </message>
    <message>
        <source>Restart task</source>
        <translation>태스크 다시 시작</translation>
    </message>
    <message>
        <source>Restart task %1 of %2?</source>
        <translation>%2의 태스크 %1을(를) 다시 시작할까요?</translation>
    </message>
    <message>
        <source>name: value, parted by semicolons. A value env:NAME is read from the environment and kept secret: Authorization: env:REGISTRY_LOGIN</source>
        <translation>name: value를 세미콜론으로 구분합니다. 값 env:NAME은 환경 변수에서 읽고 비밀로 유지합니다: Authorization: env:REGISTRY_LOGIN</translation>
    </message>
    <message>
        <source>Schema registry</source>
        <translation>스키마 레지스트리</translation>
    </message>
    <message>
        <source>Address of the registry, with its path: http://localhost:8081, http://localhost:8080/apis/ccompat/v7</source>
        <translation>경로를 포함한 레지스트리 주소: http://localhost:8081, http://localhost:8080/apis/ccompat/v7</translation>
    </message>
    <message>
        <source>Login at the registry</source>
        <translation>레지스트리 로그인</translation>
    </message>
    <message>
        <source>service: with the user and password of the brokers.</source>
        <translation>service: 브로커의 사용자와 비밀번호를 사용합니다.</translation>
    </message>
    <message>
        <source>Headers for the registry</source>
        <translation>레지스트리 헤더</translation>
    </message>
    <message>
        <source>Kafka Connect</source>
        <translation>Kafka Connect</translation>
    </message>
    <message>
        <source>Address of its REST API: http://localhost:8083. Several are parted by commas.</source>
        <translation>REST API 주소: http://localhost:8083. 여러 개는 쉼표로 구분합니다.</translation>
    </message>
    <message>
        <source>Login at Kafka Connect</source>
        <translation>Kafka Connect 로그인</translation>
    </message>
    <message>
        <source>Headers for Kafka Connect</source>
        <translation>Kafka Connect 헤더</translation>
    </message>
    <message>
        <source>Register schema…</source>
        <translation>스키마 등록…</translation>
    </message>
    <message>
        <source>Register a schema for %1?</source>
        <translation>%1의 스키마를 등록할까요?</translation>
    </message>
    <message>
        <source>Register</source>
        <translation>등록</translation>
    </message>
    <message>
        <source>Registered with number %1.</source>
        <translation>번호 %1(으)로 등록했습니다.</translation>
    </message>
    <message>
        <source>Set compatibility…</source>
        <translation>호환성 설정…</translation>
    </message>
    <message>
        <source>Set the compatibility of the registry to %1?</source>
        <translation>레지스트리의 호환성을 %1(으)로 설정할까요?</translation>
    </message>
    <message>
        <source>Set the compatibility of %1 to %2?</source>
        <translation>%1의 호환성을 %2(으)로 설정할까요?</translation>
    </message>
    <message>
        <source>Schemas that are registered from then on are checked by it. Those there stay as they are.</source>
        <translation>이후 등록되는 스키마를 이 기준으로 검사합니다. 이미 있는 스키마는 그대로입니다.</translation>
    </message>
    <message>
        <source>Set</source>
        <translation>설정</translation>
    </message>
    <message>
        <source>Schemas of this type are not known.</source>
        <translation>이 유형의 스키마는 알 수 없습니다.</translation>
    </message>
    <message>
        <source>The options of the connection say how to log in there: with the user of the service, or by a header.</source>
        <translation>로그인 방법은 연결 옵션에서 정합니다. 서비스의 사용자 또는 헤더를 사용합니다.</translation>
    </message>
    <message>
        <source>Is the address the one of the API, with its path?</source>
        <translation>경로를 포함한 API 주소가 맞습니까?</translation>
    </message>
    <message>
        <source>Write headers as name: value, parted by semicolons.</source>
        <translation>헤더를 name: value로 쓰고 세미콜론으로 구분하세요.</translation>
    </message>
    <message>
        <source>The environment variable %1 of a header is not set.</source>
        <translation>헤더의 환경 변수 %1이(가) 설정되지 않았습니다.</translation>
    </message>
    <message>
        <source>Write the address as http://host:port, with a path where there is one, and without user and password.</source>
        <translation>주소를 http://host:port 형식으로 쓰세요. 경로가 있으면 붙이고 사용자와 비밀번호는 적지 마세요.</translation>
    </message>
    <message>
        <source>The brokers have no authorizer: everybody may do everything. The setting is authorizer.class.name.</source>
        <translation>브로커에 authorizer가 없어 모두가 무엇이든 할 수 있습니다. 설정 이름은 authorizer.class.name입니다.</translation>
    </message>
    <message>
        <source>Kafka knows no such kind of resource.</source>
        <translation>Kafka에 없는 리소스 종류입니다.</translation>
    </message>
    <message>
        <source>Kafka knows no such operation.</source>
        <translation>Kafka에 없는 작업입니다.</translation>
    </message>
    <message>
        <source>Write who it is for as User:alice.</source>
        <translation>주체를 User:alice 형식으로 쓰세요.</translation>
    </message>
    <message>
        <source>Name the resource; * is all of them.</source>
        <translation>리소스 이름을 쓰세요. *는 전체입니다.</translation>
    </message>
    <message>
        <source>Name the host; * is any.</source>
        <translation>호스트 이름을 쓰세요. *는 모든 호스트입니다.</translation>
    </message>
    <message>
        <source>Free some space, or choose another folder.</source>
        <translation>공간을 확보하거나 다른 폴더를 선택하세요.</translation>
    </message>
    <message>
        <source>%1 messages in %2; of %3 only the first part, as they are no longer kept</source>
        <translation>%2에 메시지 %1개. 그중 %3개는 더 이상 보관되지 않아 앞부분만 저장됨</translation>
    </message>
    <message>
        <source>%1 messages in %2</source>
        <translation>%2에 메시지 %1개</translation>
    </message>
    <message>
        <source>There is no connection</source>
        <translation>연결이 없습니다</translation>
    </message>
    <message>
        <source>Export from %1</source>
        <translation>%1에서 내보내기</translation>
    </message>
    <message>
        <source>A field needs a value: $.order.id = 5</source>
        <translation>필드에는 값이 필요합니다: $.order.id = 5</translation>
    </message>
    <message>
        <source>The expression needs a / at its end</source>
        <translation>정규식 끝에 /가 필요합니다</translation>
    </message>
    <message>
        <source>After the last / only an i may stand</source>
        <translation>마지막 / 뒤에는 i만 올 수 있습니다</translation>
    </message>
    <message>
        <source>The key contains “%1”</source>
        <translation>키에 “%1” 포함</translation>
    </message>
    <message>
        <source>A header contains “%1”</source>
        <translation>헤더에 “%1” 포함</translation>
    </message>
    <message>
        <source>The value contains “%1”</source>
        <translation>값에 “%1” 포함</translation>
    </message>
    <message>
        <source>Key, headers or value contain “%1”</source>
        <translation>키, 헤더 또는 값에 “%1” 포함</translation>
    </message>
    <message>
        <source>The key matches /%1/</source>
        <translation>키가 /%1/에 일치</translation>
    </message>
    <message>
        <source>A header matches /%1/</source>
        <translation>헤더가 /%1/에 일치</translation>
    </message>
    <message>
        <source>The value matches /%1/</source>
        <translation>값이 /%1/에 일치</translation>
    </message>
    <message>
        <source>Key, headers or value match /%1/</source>
        <translation>키, 헤더 또는 값이 /%1/에 일치</translation>
    </message>
    <message>
        <source>The field %1 is “%2”</source>
        <translation>필드 %1의 값이 “%2”</translation>
    </message>
    <message>
        <source>What to look for is missing</source>
        <translation>찾을 내용이 없습니다</translation>
    </message>
    <message>
        <source>Save the value of %1</source>
        <translation>%1의 값 저장</translation>
    </message>
    <message>
        <source>Write a time as 2026-03-17 13:40 or -15m, an offset, begin or end</source>
        <translation>시각은 2026-03-17 13:40이나 -15m, 또는 오프셋, begin, end로 쓰세요</translation>
    </message>
    <message>
        <source>Write partitions as 0-3, 17</source>
        <translation>파티션은 0-3, 17처럼 쓰세요</translation>
    </message>
    <message>
        <source>There is no partition %1: the last is %2</source>
        <translation>파티션 %1이(가) 없습니다. 마지막은 %2입니다</translation>
    </message>
    <message>
        <source>Streams</source>
        <translation>스트림</translation>
    </message>
    <message>
        <source>Topics and groups</source>
        <translation>토픽과 그룹</translation>
    </message>
    <message>
        <source>Topics, partitions, consumer groups, lag, brokers</source>
        <translation>토픽,파티션,소비자 그룹,지연,브로커,topics,partitions,consumer groups,lag,brokers</translation>
    </message>
    <message>
        <source>The connection was closed</source>
        <translation>연결이 닫혔습니다</translation>
    </message>
    <message>
        <source>More hits than a list can hold. Narrow the range, or export the hits and go on from there.</source>
        <translation>목록에 담을 수 있는 것보다 결과가 많습니다. 범위를 좁히거나 결과를 내보낸 뒤 거기서부터 이어 가세요.</translation>
    </message>
    <message>
        <source>Choose a topic</source>
        <translation>토픽을 선택하세요</translation>
    </message>
    <message>
        <source>There is no topic of that name</source>
        <translation>그 이름의 토픽이 없습니다</translation>
    </message>
    <message>
        <source>Which value is the field to have?</source>
        <translation>필드에서 찾을 값을 입력하세요</translation>
    </message>
    <message>
        <source>The range ends before it begins</source>
        <translation>범위의 끝이 시작보다 앞섭니다</translation>
    </message>
    <message>
        <source>%1 lags on %2: %3 messages, usually at most %4</source>
        <translation>%1이(가) %2에서 지연: 메시지 %3개, 평소 최대 %4개</translation>
    </message>
    <message>
        <source>%1: the lag on %2 is as usual again</source>
        <translation>%1: %2의 지연이 다시 평소 수준</translation>
    </message>
    <message>
        <source>Search through a topic</source>
        <translation>토픽 내용 검색</translation>
    </message>
    <message>
        <source>Messages that hold a text, a field&apos;s value or an expression</source>
        <translation>메시지 검색,텍스트,필드 값,정규식,찾기,messages,search,text,field,expression,regex</translation>
    </message>
    <message>
        <source>Only Avro and JSON without references can be encoded.</source>
        <translation>참조가 없는 Avro와 JSON만 인코딩할 수 있습니다.</translation>
    </message>
    <message>
        <source>Dead letters</source>
        <translation>데드 레터</translation>
    </message>
    <message>
        <source>Failed messages, DLQ, DLT, edit, redrive</source>
        <translation>실패한 메시지,데드 레터 큐,편집,재전송,DLQ,DLT</translation>
    </message>
    <message>
        <source>This connection reads as many topics as it may. Stop a tail or a search.</source>
        <translation>이 연결이 읽을 수 있는 토픽 수에 도달했습니다. 따라가기나 검색을 중지하십시오.</translation>
    </message>
    <message>
        <source>Produce messages</source>
        <translation>메시지 쓰기</translation>
    </message>
    <message>
        <source>Produce to %1?</source>
        <translation>%1에 쓸까요?</translation>
    </message>
    <message>
        <source>Produce to %1 topics?</source>
        <translation>토픽 %1개에 쓸까요?</translation>
    </message>
    <message>
        <source>Produce</source>
        <translation>쓰기</translation>
    </message>
    <message>
        <source>Produce again</source>
        <translation>다시 쓰기</translation>
    </message>
    <message>
        <source>Produce messages of %1 to %2 again?</source>
        <translation>%1의 메시지를 %2에 다시 쓸까요?</translation>
    </message>
    <message>
        <source>Connector %1 failed: %2</source>
        <translation>커넥터 %1 실패: %2</translation>
    </message>
    <message>
        <source>Connector %1 runs again</source>
        <translation>커넥터 %1이(가) 다시 실행됨</translation>
    </message>
    <message>
        <source>Some partitions were moved and could not be moved back. Take the reset back from its undo file.</source>
        <translation>일부 파티션이 이동되었고 되돌릴 수 없었습니다. 실행 취소 파일로 재설정을 되돌리세요.</translation>
    </message>
    <message>
        <source>This reset was taken back already.</source>
        <translation>이 재설정은 이미 되돌렸습니다.</translation>
    </message>
    <message>
        <source>Several values are written $.country in (TW, KR)</source>
        <translation>여러 값은 $.country in (TW, KR)처럼 씁니다</translation>
    </message>
    <message>
        <source>The message is a tombstone: it has no value</source>
        <translation>메시지가 tombstone입니다. 값이 없습니다</translation>
    </message>
    <message>
        <source>The field %1 is one of “%2”</source>
        <translation>필드 %1이(가) “%2” 중 하나입니다</translation>
    </message>
    <message>
        <source>Producers that use the newest schema use this one from then on. One that is not compatible is not sent.</source>
        <translation>최신 스키마를 쓰는 프로듀서는 이후 이 스키마를 사용합니다. 호환되지 않는 스키마는 보내지 않습니다.</translation>
    </message>
    <message>
        <source>It is not compatible with what the subject has.</source>
        <translation>Subject의 기존 스키마와 호환되지 않습니다.</translation>
    </message>
    <message>
        <source>Registered with number %1. This registry cannot check the compatibility.</source>
        <translation>번호 %1(으)로 등록했습니다. 이 레지스트리는 호환성을 검사할 수 없습니다.</translation>
    </message>
    <message>
        <source>This registry cannot check the compatibility of schemas.</source>
        <translation>이 레지스트리는 스키마의 호환성을 검사할 수 없습니다.</translation>
    </message>
    <message>
        <source>%1 messages in %2; of %3 only the first part, as they are no longer kept; %4 could not be decoded and are there as bytes</source>
        <translation>%2에 메시지 %1개. 그중 %3개는 더 이상 보관되지 않아 앞부분만 저장됨. %4개는 디코딩하지 못해 바이트로 저장됨</translation>
    </message>
    <message>
        <source>%1 messages in %2; %3 could not be decoded and are there as bytes</source>
        <translation>%2에 메시지 %1개. 그중 %3개는 디코딩하지 못해 바이트로 저장됨</translation>
    </message>
    <message>
        <source>The quotation mark is not closed</source>
        <translation>따옴표가 닫히지 않았습니다</translation>
    </message>
    <message>
        <source>A ) is missing at the end</source>
        <translation>끝에 )가 없습니다</translation>
    </message>
    <message>
        <source>The header %1 is one of “%2”</source>
        <translation>헤더 %1이(가) “%2” 중 하나</translation>
    </message>
    <message>
        <source>The key is one of “%1”</source>
        <translation>키가 “%1” 중 하나</translation>
    </message>
    <message>
        <source>The value is one of “%1”</source>
        <translation>값이 “%1” 중 하나</translation>
    </message>
    <message>
        <source>A header is one of “%1”</source>
        <translation>헤더가 “%1” 중 하나</translation>
    </message>
    <message>
        <source>Consumer groups</source>
        <translation>소비자 그룹</translation>
    </message>
    <message>
        <source>Members, lag, committed offsets, reset</source>
        <translation>멤버,지연,커밋된 오프셋,재설정,members,lag,committed offsets,reset</translation>
    </message>
    <message>
        <source>Brokers</source>
        <translation>브로커</translation>
    </message>
    <message>
        <source>Cluster, controller, disks, settings, quotas, reassignments</source>
        <translation>클러스터,컨트롤러,디스크,설정,할당량,재할당,cluster,controller,disks,settings,quotas,reassignments</translation>
    </message>
    <message>
        <source>Subjects, versions, compatibility, Avro, Protobuf</source>
        <translation>Subject,버전,호환성,Avro,Protobuf,subjects,versions,compatibility</translation>
    </message>
    <message>
        <source>Connectors, tasks, pause, restart</source>
        <translation>커넥터,태스크,일시 중지,다시 시작,connectors,tasks,pause,restart</translation>
    </message>
</context>
<context>
    <name>workflow</name>
    <message>
        <source>Task instances</source>
        <translation>태스크 인스턴스</translation>
    </message>
    <message>
        <source>of these now %1</source>
        <translation>그중 현재 %1</translation>
    </message>
    <message>
        <source>Runs</source>
        <translation>실행</translation>
    </message>
    <message>
        <source>Airflow 2 starts a backfill only on its own machine: airflow dags backfill.</source>
        <translation>Airflow 2는 자체 호스트에서만 백필을 시작할 수 있습니다: airflow dags backfill.</translation>
    </message>
    <message>
        <source>Trigger</source>
        <translation>트리거</translation>
    </message>
    <message>
        <source>Start a run of %1?</source>
        <translation>%1 실행을 시작할까요?</translation>
    </message>
    <message>
        <source>Its tasks run as soon as there are slots.</source>
        <translation>슬롯이 생기는 대로 태스크가 실행됩니다.</translation>
    </message>
    <message>
        <source>Start run</source>
        <translation>실행 시작</translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>지우기</translation>
    </message>
    <message>
        <source>Clear tasks of run %1?</source>
        <translation>실행 %1의 태스크를 지울까요?</translation>
    </message>
    <message>
        <source>Their states are removed and they run again. Those that run now are ended first.</source>
        <translation>상태가 제거되고 다시 실행됩니다. 지금 실행 중인 것은 먼저 종료됩니다.</translation>
    </message>
    <message>
        <source>Mark as %1</source>
        <translation>%1(으)로 표시</translation>
    </message>
    <message>
        <source>Mark %1 as %2?</source>
        <translation>%1을(를) %2(으)로 표시할까요?</translation>
    </message>
    <message>
        <source>The tasks are not run; what comes after them goes on by the new state.</source>
        <translation>태스크는 실행되지 않으며, 뒤따르는 태스크는 새 상태에 따라 진행됩니다.</translation>
    </message>
    <message>
        <source>Mark run as %1</source>
        <translation>실행을 %1(으)로 표시</translation>
    </message>
    <message>
        <source>Mark run %1 as %2?</source>
        <translation>실행 %1을(를) %2(으)로 표시할까요?</translation>
    </message>
    <message>
        <source>Its running tasks are ended, the others do not start.</source>
        <translation>실행 중인 태스크는 종료되고 나머지는 시작되지 않습니다.</translation>
    </message>
    <message>
        <source>Its tasks that are not done do not run any more.</source>
        <translation>끝나지 않은 태스크는 더 이상 실행되지 않습니다.</translation>
    </message>
    <message>
        <source>State now</source>
        <translation>현재 상태</translation>
    </message>
    <message>
        <source>Delete run</source>
        <translation>실행 삭제</translation>
    </message>
    <message>
        <source>Delete run %1?</source>
        <translation>실행 %1을(를) 삭제할까요?</translation>
    </message>
    <message>
        <source>The run, its task instances and their XComs are gone for good. Log files stay.</source>
        <translation>실행과 태스크 인스턴스, XCom이 영구히 삭제됩니다. 로그 파일은 남습니다.</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>삭제</translation>
    </message>
    <message>
        <source>Set note</source>
        <translation>메모 설정</translation>
    </message>
    <message>
        <source>Set the note of run %1?</source>
        <translation>실행 %1의 메모를 설정할까요?</translation>
    </message>
    <message>
        <source>Everybody who sees the run sees the note.</source>
        <translation>실행을 볼 수 있는 모든 사람이 메모를 봅니다.</translation>
    </message>
    <message>
        <source>Set</source>
        <translation>설정</translation>
    </message>
    <message>
        <source>Backfill</source>
        <translation>백필</translation>
    </message>
    <message>
        <source>Start a backfill of %1?</source>
        <translation>%1의 백필을 시작할까요?</translation>
    </message>
    <message>
        <source>Its runs take slots from the scheduled ones.</source>
        <translation>백필 실행이 예약된 실행의 슬롯을 차지합니다.</translation>
    </message>
    <message>
        <source>Start backfill</source>
        <translation>백필 시작</translation>
    </message>
    <message>
        <source>Pause backfill</source>
        <translation>백필 일시 중지</translation>
    </message>
    <message>
        <source>Go on with backfill</source>
        <translation>백필 계속</translation>
    </message>
    <message>
        <source>Pause the backfill of %1?</source>
        <translation>%1의 백필을 일시 중지할까요?</translation>
    </message>
    <message>
        <source>Go on with the backfill of %1?</source>
        <translation>%1의 백필을 계속할까요?</translation>
    </message>
    <message>
        <source>Runs that have begun go on, no further one starts.</source>
        <translation>이미 시작된 실행은 계속되고 새로 시작되지 않습니다.</translation>
    </message>
    <message>
        <source>Its next runs start as slots get free.</source>
        <translation>슬롯이 비는 대로 다음 실행이 시작됩니다.</translation>
    </message>
    <message>
        <source>Cancel backfill</source>
        <translation>백필 취소</translation>
    </message>
    <message>
        <source>Cancel the backfill of %1?</source>
        <translation>%1의 백필을 취소할까요?</translation>
    </message>
    <message>
        <source>Its runs that have not begun are marked as failed. It cannot be taken up again.</source>
        <translation>시작되지 않은 실행은 실패로 표시되며 다시 이어갈 수 없습니다.</translation>
    </message>
    <message>
        <source>Set pool</source>
        <translation>풀 설정</translation>
    </message>
    <message>
        <source>Set pool %1 to %2 slots?</source>
        <translation>풀 %1을(를) 슬롯 %2개로 설정할까요?</translation>
    </message>
    <message>
        <source>Tasks that run go on; the next ones keep to the new size.</source>
        <translation>실행 중인 태스크는 계속되고, 다음 태스크부터 새 크기를 따릅니다.</translation>
    </message>
    <message>
        <source>Delete pool</source>
        <translation>풀 삭제</translation>
    </message>
    <message>
        <source>Delete pool %1?</source>
        <translation>풀 %1을(를) 삭제할까요?</translation>
    </message>
    <message>
        <source>Tasks that name it will no longer be scheduled.</source>
        <translation>이 풀을 쓰는 태스크는 더 이상 예약되지 않습니다.</translation>
    </message>
    <message>
        <source>Set variable</source>
        <translation>변수 설정</translation>
    </message>
    <message>
        <source>Set variable %1?</source>
        <translation>변수 %1을(를) 설정할까요?</translation>
    </message>
    <message>
        <source>Tasks that start from now on read the new value.</source>
        <translation>이제부터 시작되는 태스크는 새 값을 읽습니다.</translation>
    </message>
    <message>
        <source>A masked value is not known here; enter a new one.</source>
        <translation>가려진 값은 여기서 알 수 없습니다. 새 값을 입력하세요.</translation>
    </message>
    <message>
        <source>Delete variable</source>
        <translation>변수 삭제</translation>
    </message>
    <message>
        <source>Delete variable %1?</source>
        <translation>변수 %1을(를) 삭제할까요?</translation>
    </message>
    <message>
        <source>Tasks that read it will fail.</source>
        <translation>이 변수를 읽는 태스크는 실패합니다.</translation>
    </message>
    <message>
        <source>Materialise</source>
        <translation>구체화</translation>
    </message>
    <message>
        <source>Materialise %1?</source>
        <translation>%1을(를) 구체화할까요?</translation>
    </message>
    <message>
        <source>A run of the DAG that produces it starts.</source>
        <translation>이를 만드는 DAG의 실행이 시작됩니다.</translation>
    </message>
    <message>
        <source>Airflow 2 cannot do it. Trigger the DAG that produces it.</source>
        <translation>Airflow 2에서는 할 수 없습니다. 이를 만드는 DAG를 트리거하세요.</translation>
    </message>
    <message>
        <source>The answer was cut off or is not JSON. Something between here and the server may change it.</source>
        <translation>응답이 잘렸거나 JSON이 아닙니다. 서버와의 사이에서 무언가가 바꿨을 수 있습니다.</translation>
    </message>
    <message>
        <source>Writing is switched off for this connection.</source>
        <translation>이 연결은 쓰기가 꺼져 있습니다.</translation>
    </message>
    <message>
        <source>The connection was removed meanwhile.</source>
        <translation>그사이 연결이 제거되었습니다.</translation>
    </message>
    <message>
        <source>Another version of Airflow answers than this was written for. Ask for it again.</source>
        <translation>이 요청이 작성된 버전과 다른 Airflow가 응답합니다. 다시 시도하세요.</translation>
    </message>
    <message>
        <source>Airflow keeps versions of DAGs since 3.0.</source>
        <translation>Airflow는 3.0부터 DAG의 버전을 보관합니다.</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>일시 중지</translation>
    </message>
    <message>
        <source>Unpause</source>
        <translation>일시 중지 해제</translation>
    </message>
    <message>
        <source>Pause %1?</source>
        <translation>%1을(를) 일시 중지할까요?</translation>
    </message>
    <message>
        <source>Unpause %1?</source>
        <translation>%1의 일시 중지를 해제할까요?</translation>
    </message>
    <message>
        <source>No new run starts and no further task of its runs is scheduled.</source>
        <translation>새 실행이 시작되지 않고 진행 중인 실행의 태스크도 더 예약되지 않습니다.</translation>
    </message>
    <message>
        <source>Runs that are due start at once.</source>
        <translation>예정된 실행이 바로 시작됩니다.</translation>
    </message>
    <message>
        <source>Parse file again</source>
        <translation>파일 다시 파싱</translation>
    </message>
    <message>
        <source>Parse the file of %1 again?</source>
        <translation>%1의 파일을 다시 파싱할까요?</translation>
    </message>
    <message>
        <source>The DAG processor takes it next. Runs are not touched.</source>
        <translation>DAG 프로세서가 다음으로 처리합니다. 실행에는 영향이 없습니다.</translation>
    </message>
    <message>
        <source>Parse</source>
        <translation>파싱</translation>
    </message>
    <message>
        <source>The server does not tell how to ask for this file.</source>
        <translation>서버가 이 파일을 요청하는 방법을 알려 주지 않습니다.</translation>
    </message>
    <message>
        <source>Login</source>
        <translation>로그인</translation>
    </message>
    <message>
        <source>auto: by the token command when there is one, else by user and password.</source>
        <translation>auto: 토큰 명령이 있으면 그것으로, 없으면 사용자와 비밀번호로 로그인합니다.</translation>
    </message>
    <message>
        <source>Token command</source>
        <translation>토큰 명령</translation>
    </message>
    <message>
        <source>A program and its arguments that print a bearer token. It runs without a shell.</source>
        <translation>bearer 토큰을 출력하는 프로그램과 인수입니다. 셸 없이 실행됩니다.</translation>
    </message>
    <message>
        <source>Time for the token command</source>
        <translation>토큰 명령 시간</translation>
    </message>
    <message>
        <source>How long the token command may take.</source>
        <translation>토큰 명령이 걸려도 되는 시간입니다.</translation>
    </message>
    <message>
        <source>Headers</source>
        <translation>헤더</translation>
    </message>
    <message>
        <source>For a gateway: name: value, parted by semicolons. A value env:NAME is read from the environment and kept secret.</source>
        <translation>게이트웨이용: name: value를 세미콜론으로 구분합니다. 값 env:NAME은 환경 변수에서 읽고 비밀로 유지합니다.</translation>
    </message>
    <message>
        <source>Page size</source>
        <translation>페이지 크기</translation>
    </message>
    <message>
        <source>Entries asked for at once; the server gives at most 100.</source>
        <translation>한 번에 요청하는 항목 수입니다. 서버는 최대 100개를 줍니다.</translation>
    </message>
    <message>
        <source>Time to connect</source>
        <translation>연결 시간</translation>
    </message>
    <message>
        <source>How long to wait for the server when connecting.</source>
        <translation>연결할 때 서버를 기다리는 시간입니다.</translation>
    </message>
    <message>
        <source>Time to answer</source>
        <translation>응답 시간</translation>
    </message>
    <message>
        <source>How long to wait for one answer.</source>
        <translation>응답 하나를 기다리는 시간입니다.</translation>
    </message>
    <message>
        <source>Private calls</source>
        <translation>비공개 호출</translation>
    </message>
    <message>
        <source>auto: groups and grids come from the calls of Airflow&apos;s own pages where they answer.</source>
        <translation>auto: 그룹과 그리드를 Airflow 자체 페이지의 호출에서 가져옵니다(응답할 때).</translation>
    </message>
    <message>
        <source>ssh configuration</source>
        <translation>ssh 설정</translation>
    </message>
    <message>
        <source>A file to use instead of ~/.ssh/config.</source>
        <translation>~/.ssh/config 대신 사용할 파일입니다.</translation>
    </message>
    <message>
        <source>Run the token command in a terminal to see what it says.</source>
        <translation>터미널에서 토큰 명령을 실행해 메시지를 확인하세요.</translation>
    </message>
    <message>
        <source>Is the token command installed and in the PATH?</source>
        <translation>토큰 명령이 설치되어 있고 PATH에 있나요?</translation>
    </message>
    <message>
        <source>No Airflow 2 or 3 answers here. Does the address miss a path?</source>
        <translation>여기서 Airflow 2나 3이 응답하지 않습니다. 주소에 경로가 빠졌나요?</translation>
    </message>
    <message>
        <source>This request is not in the list of what may be sent.</source>
        <translation>이 요청은 보낼 수 있는 목록에 없습니다.</translation>
    </message>
    <message>
        <source>The server wants a login in a browser. Behind a gateway use a token command or its headers.</source>
        <translation>서버가 브라우저 로그인을 요구합니다. 게이트웨이 뒤에서는 토큰 명령이나 헤더를 사용하세요.</translation>
    </message>
    <message>
        <source>The token the command printed is not accepted.</source>
        <translation>명령이 출력한 토큰이 받아들여지지 않습니다.</translation>
    </message>
    <message>
        <source>The server wants a login. Enter a user or a token command.</source>
        <translation>서버가 로그인을 요구합니다. 사용자나 토큰 명령을 입력하세요.</translation>
    </message>
    <message>
        <source>User or password is not accepted.</source>
        <translation>사용자 또는 비밀번호가 받아들여지지 않습니다.</translation>
    </message>
    <message>
        <source>The role of this user does not allow it.</source>
        <translation>이 사용자의 역할로는 허용되지 않습니다.</translation>
    </message>
    <message>
        <source>It is not there, or not any more.</source>
        <translation>존재하지 않거나 더 이상 없습니다.</translation>
    </message>
    <message>
        <source>It exists already, or it was changed meanwhile.</source>
        <translation>이미 있거나 그사이 변경되었습니다.</translation>
    </message>
    <message>
        <source>The server does not accept these values.</source>
        <translation>서버가 이 값을 받아들이지 않습니다.</translation>
    </message>
    <message>
        <source>The gateway in front did not reach Airflow.</source>
        <translation>앞단의 게이트웨이가 Airflow에 연결하지 못했습니다.</translation>
    </message>
    <message>
        <source>The server failed. The log of its API server says why.</source>
        <translation>서버에서 오류가 났습니다. API 서버의 로그에 이유가 있습니다.</translation>
    </message>
    <message>
        <source>The server is busy, or its database hangs. It is asked again by itself.</source>
        <translation>서버가 바쁘거나 데이터베이스가 멈췄습니다. 자동으로 다시 요청합니다.</translation>
    </message>
    <message>
        <source>Is the server running, and is address and port right?</source>
        <translation>서버가 실행 중이고 주소와 포트가 맞나요?</translation>
    </message>
    <message>
        <source>Check the certificates of this connection.</source>
        <translation>이 연결의 인증서를 확인하세요.</translation>
    </message>
    <message>
        <source>The answer is too large to be taken in one piece.</source>
        <translation>응답이 너무 커서 한 번에 받을 수 없습니다.</translation>
    </message>
    <message>
        <source>Write headers as name: value, one per line or parted by ;</source>
        <translation>헤더는 name: value로, 한 줄에 하나씩 또는 ;로 구분해 쓰세요</translation>
    </message>
    <message>
        <source>The environment variable %1 of a header is not set.</source>
        <translation>헤더의 환경 변수 %1이(가) 설정되지 않았습니다.</translation>
    </message>
    <message>
        <source>Write the address as http://host:port, with a path where Airflow has one, and without user and password.</source>
        <translation>주소는 http://host:port로 쓰고, Airflow에 경로가 있으면 붙이되 사용자와 비밀번호는 빼세요.</translation>
    </message>
    <message>
        <source>Name the command that prints the token.</source>
        <translation>토큰을 출력하는 명령을 지정하세요.</translation>
    </message>
    <message>
        <source>Only the server&apos;s private calls tell older structures.</source>
        <translation>이전 구조는 서버의 비공개 호출로만 알 수 있습니다.</translation>
    </message>
    <message>
        <source>A web page came instead of an answer. Is there a gateway with a login in between, or does the address miss a path?</source>
        <translation>응답 대신 웹 페이지가 왔습니다. 중간에 로그인하는 게이트웨이가 있거나 주소에 경로가 빠졌나요?</translation>
    </message>
    <message>
        <source>Clear failed tasks of %1</source>
        <translation>%1의 실패한 태스크 지우기</translation>
    </message>
    <message>
        <source>Run of %1 failed</source>
        <translation>%1 실행 실패</translation>
    </message>
    <message>
        <source>Run of %1 goes on</source>
        <translation>%1 실행 진행 중</translation>
    </message>
    <message>
        <source>Run of %1 ended well</source>
        <translation>%1 실행 정상 종료</translation>
    </message>
    <message>
        <source>%1 will be tried again</source>
        <translation>%1을(를) 다시 시도합니다</translation>
    </message>
    <message>
        <source>%1 failed</source>
        <translation>%1 실패</translation>
    </message>
    <message>
        <source>%1 cannot be imported</source>
        <translation>%1을(를) 가져올 수 없습니다</translation>
    </message>
    <message>
        <source>Airflow does not reach its metadata database.</source>
        <translation>Airflow가 메타데이터 데이터베이스에 연결하지 못합니다.</translation>
    </message>
    <message>
        <source>The scheduler has been silent for %1 s: nothing new starts. Start it again.</source>
        <translation>스케줄러가 %1초 동안 응답이 없습니다. 새로 시작되는 것이 없습니다. 다시 시작하세요.</translation>
    </message>
    <message>
        <source>No scheduler runs: nothing new starts.</source>
        <translation>실행 중인 스케줄러가 없습니다. 새로 시작되는 것이 없습니다.</translation>
    </message>
    <message>
        <source>The triggerer does not run: deferred tasks do not go on.</source>
        <translation>트리거러가 실행되지 않습니다. 지연된 태스크가 진행되지 않습니다.</translation>
    </message>
    <message>
        <source>The DAG processor does not run: changed files are not seen.</source>
        <translation>DAG 프로세서가 실행되지 않습니다. 변경된 파일이 반영되지 않습니다.</translation>
    </message>
    <message>
        <source>The server&apos;s clock differs from this one by %1 s.</source>
        <translation>서버 시계가 이 컴퓨터와 %1초 차이 납니다.</translation>
    </message>
    <message>
        <source>Runs running</source>
        <translation>실행 중인 실행</translation>
    </message>
    <message>
        <source>Runs queued</source>
        <translation>대기 중인 실행</translation>
    </message>
    <message>
        <source>Runs failed in 24 h</source>
        <translation>24시간 내 실패한 실행</translation>
    </message>
    <message>
        <source>Slots running</source>
        <translation>실행 중인 슬롯</translation>
    </message>
    <message>
        <source>Slots queued</source>
        <translation>대기 중인 슬롯</translation>
    </message>
    <message>
        <source>Silence of the scheduler</source>
        <translation>스케줄러 무응답 시간</translation>
    </message>
    <message>
        <source>Slots taken in %1</source>
        <translation>%1에서 사용 중인 슬롯</translation>
    </message>
    <message>
        <source>Workflow</source>
        <translation>워크플로</translation>
    </message>
    <message>
        <source>DAGs and runs</source>
        <translation>DAG와 실행</translation>
    </message>
    <message>
        <source>Server: pools, variables, errors</source>
        <translation>서버: 풀, 변수, 오류</translation>
    </message>
    <message>
        <source>Set the note of %1?</source>
        <translation>%1의 메모를 설정할까요?</translation>
    </message>
    <message>
        <source>Everybody who sees the task sees the note.</source>
        <translation>태스크를 볼 수 있는 모든 사람이 메모를 봅니다.</translation>
    </message>
    <message>
        <source>This server does not tell deadlines.</source>
        <translation>이 서버는 기한을 알려 주지 않습니다.</translation>
    </message>
    <message>
        <source>Pipelines, workflows, tasks, schedule</source>
        <translation>파이프라인,워크플로,작업,일정,pipelines,workflows</translation>
    </message>
    <message>
        <source>The triggerer has been silent for %1 s: deferred tasks do not go on.</source>
        <translation>트리거러가 %1초 동안 응답이 없습니다: 지연된 태스크가 계속되지 않습니다.</translation>
    </message>
    <message>
        <source>The DAG processor has been silent for %1 s: changed files are not seen.</source>
        <translation>DAG 프로세서가 %1초 동안 응답이 없습니다: 파일 변경이 반영되지 않습니다.</translation>
    </message>
    <message>
        <source>This server does not tell its processes.</source>
        <translation>이 서버는 자신의 프로세스를 알려 주지 않습니다.</translation>
    </message>
    <message>
        <source>Administration, components</source>
        <translation>관리,구성 요소,administration</translation>
    </message>
    <message>
        <source>Import errors</source>
        <translation>가져오기 오류</translation>
    </message>
    <message>
        <source>Import error, broken DAG, DAG file</source>
        <translation>가져오기 오류,깨진 DAG,DAG 파일,import error</translation>
    </message>
    <message>
        <source>Missed deadlines</source>
        <translation>초과한 기한</translation>
    </message>
    <message>
        <source>Deadlines, SLA, SLA misses, late runs</source>
        <translation>기한,SLA 미달,늦은 실행,deadline,sla</translation>
    </message>
    <message>
        <source>Pools</source>
        <translation>풀</translation>
    </message>
    <message>
        <source>Slots</source>
        <translation>슬롯,slots</translation>
    </message>
    <message>
        <source>Variables</source>
        <translation>변수</translation>
    </message>
    <message>
        <source>Variable</source>
        <translation>변수,variable</translation>
    </message>
    <message>
        <source>Connections</source>
        <translation>연결</translation>
    </message>
    <message>
        <source>Connection</source>
        <translation>연결,connection</translation>
    </message>
    <message>
        <source>Assets</source>
        <translation>애셋</translation>
    </message>
    <message>
        <source>Datasets</source>
        <translation>데이터셋,datasets</translation>
    </message>
    <message>
        <source>by hand</source>
        <translation>수동</translation>
    </message>
    <message>
        <source>by assets</source>
        <translation>자산에 의해</translation>
    </message>
    <message>
        <source>by datasets</source>
        <translation>데이터셋에 의해</translation>
    </message>
    <message>
        <source>DAG folder</source>
        <translation>DAG 폴더</translation>
    </message>
    <message>
        <source>Where pipelines are deployed: a folder, git:FOLDER#BRANCH of a clone, or ssh:HOST:FOLDER.</source>
        <translation>파이프라인을 배포하는 위치: 폴더, 클론의 git:FOLDER#BRANCH 또는 ssh:HOST:FOLDER.</translation>
    </message>
    <message>
        <source>Packages</source>
        <translation>패키지</translation>
    </message>
    <message>
        <source>A list of the Python packages the server has, as pip freeze or a lock file writes it.</source>
        <translation>서버에 있는 Python 패키지 목록. pip freeze나 잠금 파일의 형식입니다.</translation>
    </message>
    <message>
        <source>Streaming jobs</source>
        <translation>스트리밍 작업</translation>
    </message>
    <message>
        <source>The supervisord.conf of the supervisor that runs them on this computer.</source>
        <translation>이 컴퓨터에서 스트리밍 작업을 실행하는 supervisor의 supervisord.conf.</translation>
    </message>
    <message>
        <source>Pipeline documents</source>
        <translation>파이프라인 문서</translation>
    </message>
    <message>
        <source>A folder of documents; the library lists it beside its own.</source>
        <translation>문서 폴더. 라이브러리가 자체 폴더와 함께 목록에 표시합니다.</translation>
    </message>
</context>
<context>
    <name>yaml</name>
    <message>
        <source>an alias points into itself</source>
        <translation>별칭이 자기 자신을 가리킴</translation>
    </message>
    <message>
        <source>nested too deeply</source>
        <translation>중첩이 너무 깊음</translation>
    </message>
    <message>
        <source>too large once its aliases are followed</source>
        <translation>별칭을 펼치면 너무 큼</translation>
    </message>
    <message>
        <source>a key must be a plain word</source>
        <translation>키는 일반 단어여야 함</translation>
    </message>
    <message>
        <source>this key is there twice</source>
        <translation>이 키가 두 번 있음</translation>
    </message>
    <message>
        <source>larger than %1 bytes</source>
        <translation>%1바이트보다 큼</translation>
    </message>
    <message>
        <source>not a text file: it holds control characters</source>
        <translation>텍스트 파일이 아님: 제어 문자가 있음</translation>
    </message>
    <message>
        <source>not valid UTF-8</source>
        <translation>올바른 UTF-8이 아님</translation>
    </message>
    <message>
        <source>a second document after ---; only one is read</source>
        <translation>--- 뒤에 두 번째 문서가 있음. 하나만 읽음</translation>
    </message>
    <message>
        <source>not valid YAML: %1</source>
        <translation>올바른 YAML이 아님: %1</translation>
    </message>
    <message>
        <source>not valid YAML</source>
        <translation>올바른 YAML이 아님</translation>
    </message>
    <message>
        <source>a tab at the beginning of a line; YAML wants spaces there</source>
        <translation>줄 맨 앞에 탭이 있습니다. YAML에서는 공백이어야 합니다</translation>
    </message>
</context>
</TS>
