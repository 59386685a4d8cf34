import { ApiProperty } from '@nestjs/swagger';
import { StoredText } from '../../platform/http/stored-text.js';

export class SignInDto {
  @ApiProperty({ maxLength: 40 })
  @StoredText({ min: 1, max: 40 })
  username!: string;

  @ApiProperty({ maxLength: 200 })
  @StoredText({ min: 1, max: 200 })
  password!: string;
}

export class ChangePasswordDto {
  @ApiProperty({ maxLength: 200 })
  @StoredText({ min: 1, max: 200 })
  current!: string;

  @ApiProperty({ minLength: 12, maxLength: 200 })
  @StoredText({ min: 12, max: 200 })
  next!: string;
}
