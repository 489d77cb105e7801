<?php
// What the recipe in policies/laravel.md uses of Laravel, over rows in a file, and a client that
// sends Redis one command.
//
//     php laravel.php FOLDER CODE                   runs PHP code in the application
//     php -S ADDRESS -t FOLDER laravel.php          the application, its routes behind `auth:edge`
//
// FOLDER holds the recipe's files, config.json and, once there are rows, rows.json.

namespace Standin {
    /** RESP2 over a unix socket. Replies are those of phpredis: `false` for errors and nil. */
    final class Connection
    {
        private $socket;

        public function __construct(array $config)
        {
            $this->socket = stream_socket_client("unix://{$config['redis']}");
            $this->executeRaw(['AUTH', 'backend', $config['redis_password']]);
        }

        public function executeRaw(array $words): mixed
        {
            $text = '*' . count($words) . "\r\n";
            foreach ($words as $word) {
                $text .= '$' . strlen($word) . "\r\n$word\r\n";
            }
            fwrite($this->socket, $text);
            return $this->reply();
        }

        private function reply(): mixed
        {
            $line = rtrim((string) fgets($this->socket), "\r\n");
            $rest = substr($line, 1);
            return match ($line[0] ?? '-') {
                '+' => true,
                ':' => (int) $rest,
                '$' => $rest < 0 ? false
                    : substr(stream_get_contents($this->socket, $rest + 2), 0, -2),
                '*' => array_map(fn () => $this->reply(), $rest > 0 ? range(1, $rest) : []),
                '-' => $this->error($rest),
            };
        }

        private function error(string $text): bool
        {
            fwrite(STDERR, "Redis: $text\n");
            return false;
        }
    }

    /** Rows of one table, all of them or those that pass some tests. */
    final class Rows
    {
        private array $tests = [];

        public static function all(): array
        {
            return json_decode((string) @file_get_contents(FOLDER . '/rows.json'), true) ?? [];
        }

        public static function save(array $rows): void
        {
            file_put_contents(FOLDER . '/rows.json', json_encode($rows));
        }

        public function where(mixed $what, mixed $value = null): self
        {
            if ($what instanceof \Closure) {
                $what($inner = new self);
                return $this->test(fn ($row) => $inner->holds($row));
            }
            foreach (is_array($what) ? $what : [] as $name => $expected) {
                $this->where($name, $expected);
            }
            if (is_array($what)) {
                return $this;
            }
            return $this->test(fn ($row) => (string) $row[$what] === (string) $value);
        }

        public function orWhere(string $name, string $operator, mixed $value): self
        {
            return $this->test(fn ($row) => match ($operator) {
                '<' => $row[$name] < $value,
                '>' => $row[$name] > $value,
            }, isOr: true);
        }

        public function whereNull(string $name): self
        {
            return $this->test(fn ($row) => ($row[$name] ?? null) === null);
        }

        public function exists(): bool
        {
            return self::all() !== [];
        }

        public function whereIn(string $name, array $values): self
        {
            return $this->test(fn ($row) => in_array($row[$name], $values));
        }

        public function useWritePdo(): self
        {
            return $this;
        }

        public function find(int $id): mixed
        {
            $row = self::all()[$id] ?? null;
            return $row ? \Laravel\Sanctum\PersonalAccessToken::of($row) : null;
        }

        public function pluck(string $name): \ArrayObject
        {
            $values = array_column(array_filter(self::all(), $this->holds(...)), $name);
            return new class ($values) extends \ArrayObject {
                public function all(): array
                {
                    return $this->getArrayCopy();
                }
            };
        }

        public function delete(): void
        {
            self::save(array_filter(self::all(), fn ($row) => !$this->holds($row)));
        }

        public function update(array $values): void
        {
            self::save(array_map(
                fn ($row) => $this->holds($row) ? $values + $row : $row, self::all()));
        }

        public function updateOrInsert(array $keys, array $values): void
        {
            // What a database says of a value that its column does not take.
            preg_match('/^bad/', $values['name']) && throw new \PDOException('bad name');
            $rows = self::all();
            $rows[$keys['id']] = $keys + $values + ($rows[$keys['id']] ?? []);
            self::save($rows);
        }

        private function test(\Closure $test, bool $isOr = false): self
        {
            $this->tests[] = [$test, $isOr];
            return $this;
        }

        private function holds(array $row): bool
        {
            $holds = true;
            foreach ($this->tests as [$test, $isOr]) {
                $holds = $isOr ? $holds || $test($row) : $holds && $test($row);
            }
            return $holds;
        }
    }

    final class Container
    {
        private array $makers = [];

        public function singleton(string $name, \Closure $maker): void
        {
            $this->makers[$name] = $maker;
        }

        public function make(string $name): object
        {
            static $made = [];
            return $made[$name] ??= $this->makers[$name]();
        }
    }
}

namespace Illuminate\Support {
    class ServiceProvider
    {
        public function __construct(protected \Standin\Container $app) {}
    }
}

namespace Illuminate\Support\Facades {
    final class Redis
    {
        public static function connection(string $name): \Standin\Connection
        {
            static $connection;
            return $connection ??= new \Standin\Connection(config());
        }
    }

    final class DB
    {
        private static ?array $waiting = null;

        public static function table(string $name): \Standin\Rows
        {
            return new \Standin\Rows;
        }

        public static function afterCommit(\Closure $work): void
        {
            self::$waiting === null ? $work() : self::$waiting[] = $work;
        }

        public static function transaction(\Closure $work): void
        {
            [$rows, self::$waiting] = [\Standin\Rows::all(), []];
            try {
                $work();
                [$waiting, self::$waiting] = [self::$waiting, null];
                array_map(fn ($work) => $work(), $waiting);
            } catch (\DomainException) {
                self::$waiting = null;
                \Standin\Rows::save($rows);
            }
        }
    }

    final class Cache
    {
        /** Whether somebody else has the lock. */
        public static bool $isTaken = false;

        public static function lock(string $name, int $seconds): self
        {
            return new self;
        }

        public function block(int $seconds, \Closure $work): mixed
        {
            return self::$isTaken
                ? throw new \Illuminate\Contracts\Cache\LockTimeoutException : $work();
        }

        public function get(\Closure $work): mixed
        {
            return self::$isTaken ? false : $work();
        }
    }

    final class Auth
    {
        public static array $guards = [];

        public static function viaRequest(string $name, \Closure $guard): void
        {
            self::$guards[$name] = $guard;
        }
    }
}

namespace Illuminate\Contracts\Cache {
    class LockTimeoutException extends \Exception {}
}

namespace Illuminate\Console {
    class Command
    {
        public const SUCCESS = 0;
        public const FAILURE = 1;
        public array $options = [];

        public function error(string $text): void
        {
            echo "$text\n";
        }

        public function option(string $name): bool
        {
            return in_array($name, $this->options, true);
        }
    }
}

namespace Illuminate\Http {
    final class Request
    {
        public function header(string $name): ?string
        {
            return $_SERVER['HTTP_' . strtoupper(strtr($name, '-', '_'))] ?? null;
        }

        public function server(string $name): string
        {
            return $_SERVER[$name];
        }

        public function getRealMethod(): string
        {
            return $_SERVER['REQUEST_METHOD'];
        }
    }
}

namespace App\Models {
    /** Another model that has tokens. */
    final class Admin
    {
        public $organization_id = 'acme';

        public static function find($id): self
        {
            return new self;
        }
    }

    final class User
    {
        public $organization_id;
        private $token;

        public function __construct(public $id = null)
        {
            $this->organization_id = config('users')[$id ?? ''] ?? null;
        }

        public static function find($id): ?self
        {
            return isset(config('users')[$id]) ? new self($id) : null;
        }

        public function getMorphClass(): string
        {
            return self::class;
        }

        public function withAccessToken($token): self
        {
            $this->token = $token;
            return $this;
        }

        public function currentAccessToken()
        {
            return $this->token;
        }

        public function tokenCan(string $ability): bool
        {
            return (bool) array_intersect(['*', $ability], $this->token->abilities);
        }
    }
}

namespace Laravel\Sanctum {
    /** A row whose `abilities` and times are read as Sanctum's model reads them. */
    final class PersonalAccessToken
    {
        public bool $exists = false;
        private array $row = [];
        private array $changed = [];
        private static array $observers = [];

        public static function observe(string $class): void
        {
            self::$observers[] = new $class(\app()->make(\App\Bawaba\Store::class));
        }

        public static function of(array $row): self
        {
            // A table has its columns, whoever wrote the row.
            $token = (new self)->forceFill($row + ['expires_at' => null, 'last_used_at' => null]);
            $token->exists = true;
            return $token;
        }

        public static function create(array $values): self
        {
            $rows = \Standin\Rows::all();
            $own = array_filter(array_keys($rows), fn ($id) => $id < 1_000_000_000_000);
            $token = (new self)->forceFill($values + [
                'id' => max([0, ...$own]) + 1, 'name' => 'ci',
                'tokenable_type' => \App\Models\User::class, 'tokenable_id' => 7,
                'abilities' => ['*'], 'expires_at' => null, 'last_used_at' => null,
                'created_at' => date('Y-m-d H:i:s')]);
            $token->exists = true;
            $token->save();
            $token->tell('created');
            return $token;
        }

        public static function onWriteConnection(): \Standin\Rows
        {
            return new \Standin\Rows;
        }

        public static function find(int $id): ?self
        {
            return (new \Standin\Rows)->find($id);
        }

        public static function with(string $relation): object
        {
            return new class {
                public function lazyById(): array
                {
                    return array_map(PersonalAccessToken::of(...), \Standin\Rows::all());
                }
            };
        }

        public function update(array $values): void
        {
            $this->changed = array_keys($values);
            $this->forceFill($values)->save();
            $this->tell('updated');
        }

        public function delete(): void
        {
            $this->tell('deleting');
            (new \Standin\Rows)->where('id', $this->id)->delete();
            $this->tell('deleted');
        }

        public function forceFill(array $values): self
        {
            if (is_array($values['abilities'] ?? null)) {
                $values['abilities'] = json_encode($values['abilities']);
            }
            $this->row = $values + $this->row;
            return $this;
        }

        public function wasChanged(array $names): bool
        {
            return (bool) array_intersect($names, $this->changed);
        }

        public function __get(string $name): mixed
        {
            if ($name === 'tokenable') {
                return ($this->row['tokenable_type'])::find($this->row['tokenable_id']);
            }
            // As a strict model: what was not read is not null.
            array_key_exists($name, $this->row) || throw new \LogicException("no attribute $name");
            $value = $this->row[$name];
            return match ($name) {
                'abilities' => json_decode($value ?? 'null', true),
                'created_at', 'expires_at' => $value ? new \DateTimeImmutable($value) : null,
                default => $value,
            };
        }

        private function save(): void
        {
            \Standin\Rows::save([$this->id => $this->row] + \Standin\Rows::all());
        }

        private function tell(string $event): void
        {
            foreach (self::$observers as $observer) {
                if (method_exists($observer, $event)) {
                    $observer->$event($this);
                }
            }
        }
    }
}

namespace {
    use App\Bawaba\Store;
    use App\Providers\BawabaServiceProvider;
    use Illuminate\Http\Request;
    use Illuminate\Support\Facades\Auth;

    define('FOLDER', PHP_SAPI === 'cli' ? $argv[1] : $_SERVER['DOCUMENT_ROOT']);
    error_reporting(E_ALL);
    set_error_handler(fn ($number, $text, $file, $line) =>
        error_reporting() & $number ? throw new ErrorException($text, 0, $number, $file, $line) : false);
    spl_autoload_register(fn ($class) => require FOLDER . '/' . basename(strtr($class, '\\', '/')) . '.php');

    function config(?string $key = null): mixed
    {
        $config = json_decode(file_get_contents(FOLDER . '/config.json'), true);
        return $key === null ? $config : $config[$key] ?? null;
    }

    function app(): Standin\Container
    {
        static $app;
        return $app ??= new Standin\Container;
    }

    function report(Throwable $error): void
    {
        echo 'reported: ', $error->getMessage(), "\n";
    }

    /** Runs a command of the recipe, and returns its status. */
    function artisan(string $class, string ...$options): ?int
    {
        $command = new $class;
        $command->options = $options;
        // The container gives `handle` what it asks for.
        return $command->handle(app()->make(Store::class));
    }

    $provider = new BawabaServiceProvider(app());
    $provider->register();
    $provider->boot();
    if (PHP_SAPI === 'cli') {
        eval($argv[2]);
        return;
    }
    header('Content-Type: application/json');
    $user = (Auth::$guards['bawaba'])(new Request);
    if ($user === null) {
        http_response_code(401);
        echo '{"message":"Unauthenticated."}';
        return;
    }
    $token = $user->currentAccessToken();
    if (str_ends_with($_SERVER['REQUEST_URI'], '/logout')) {
        $token->delete();
    }
    $fields = array_filter(
        $_SERVER, fn ($name) => preg_match('/^HTTP_X_(BAWABA|REQUEST)_/', $name), ARRAY_FILTER_USE_KEY);
    echo json_encode([
        'user' => $user->id, 'org' => $user->organization_id, 'token' => $token->id,
        'read' => $user->tokenCan('read'), 'send' => $user->tokenCan('send'), 'fields' => $fields]);
}
